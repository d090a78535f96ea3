-- All that is known of one tie, from each of its sides. Nothing is hidden in a whole log, and what
-- could have come back would be in it.
SELECT e.*, turns_given AS x, turns_received AS y, CAST(0 AS BIGINT) AS hidden_acts,
    CAST(1 AS DOUBLE) AS pi_low, CAST(1 AS DOUBLE) AS pi_high, sessions AS v,
    turns_received AS back_seen, CAST(0 AS BIGINT) AS back_hidden,
    FALSE AS reopened, TRUE AS beyond_reach
FROM (
    SELECT coalesce(a.ego_id, w.ego_id, l.ego_id) AS ego_id,
        coalesce(a.alter_id, w.alter_id, l.alter_id) AS alter_id,
        coalesce(a.acts_given, 0) AS acts_given, coalesce(a.acts_received, 0) AS acts_received,
        coalesce(a.turns_given, 0) AS turns_given,
        coalesce(a.turns_received, 0) AS turns_received,
        coalesce(w.sessions, 0) AS sessions, coalesce(w.weeks, 0) AS weeks,
        coalesce(l.follows, 0) AS follows, coalesce(l.followed_by, 0) AS followed_by,
        CASE WHEN coalesce(l.friends, 0) = 1
            OR (coalesce(a.days_spoken, 0) >= 2 AND coalesce(a.days_answered, 0) >= 2)
            THEN 'person' ELSE 'unknown' END AS kind,
        least(a.first_us, w.first_us) AS first_us, greatest(a.last_us, w.last_us) AS last_us
    FROM (
        SELECT ego_id, alter_id, acts_given, acts_received, turns_given, turns_received,
            days_spoken, days_answered, first_us, last_us
        FROM act_count
        UNION ALL
        SELECT alter_id, ego_id, acts_received, acts_given, turns_received, turns_given,
            days_answered, days_spoken, first_us, last_us
        FROM act_count
    ) AS a
    FULL JOIN watch_count AS w ON w.ego_id = a.ego_id AND w.alter_id = a.alter_id
    FULL JOIN link_count AS l ON l.ego_id = coalesce(a.ego_id, w.ego_id)
        AND l.alter_id = coalesce(a.alter_id, w.alter_id)
) AS e
