-- One row per tie. basis says whether acts or attention decided it. A companion is of its own
-- class whatever was counted: it always answers and knows no one. Nor does a brand or a group that
-- does not answer become a tie by more of the same: its time stands apart at once.
SELECT c.*,
    CASE WHEN c.kind = 'companion' THEN 'companion'
        WHEN c.decided = 'reciprocal' THEN 'reciprocal'
        WHEN c.decided = 'inbound' THEN 'inbound'
        WHEN c.decided IS NULL AND c.kind IN ('brand', 'group') THEN 'unattributed'
        WHEN c.decided IS NULL AND c.turns_given + c.turns_received + c.sessions < t.sparse
            THEN 'sparse'
        WHEN c.decided IS NULL AND c.x + c.y > 0
            AND ((c.middle_low <= t.tau AND c.middle_high >= t.tau)
                OR (c.middle_low <= 1 - t.tau AND c.middle_high >= 1 - t.tau))
            AND c.middle_high - c.middle_low >= (c.share_high - c.share_low) / 2
            THEN 'unobservable'
        WHEN c.decided IS NULL AND c.x + c.y = 0 AND NOT c.ceiling_applies THEN 'unobservable'
        WHEN c.decided IS NULL THEN 'undetermined'
        WHEN c.kind IN ('brand', 'group') THEN 'unattributed'
        WHEN c.kind = 'persona' OR c.basis = 'attention' THEN 'parasocial'
        ELSE 'one_sided' END AS tie_class
FROM (
    SELECT d.*,
        CASE WHEN d.by_acts IN ('inbound', 'reciprocal') THEN d.by_acts
            WHEN d.by_acts = 'out' AND NOT d.reopened THEN 'out'
            WHEN d.ceiling_applies AND d.by_attention THEN 'out'
            ELSE NULL END AS decided,
        CASE WHEN d.by_acts IN ('inbound', 'reciprocal')
                OR (d.by_acts = 'out' AND NOT d.reopened) THEN 'acts'
            WHEN d.ceiling_applies AND d.by_attention THEN 'attention'
            ELSE 'none' END AS basis
    FROM concluded AS d
) AS c CROSS JOIN threshold AS t
