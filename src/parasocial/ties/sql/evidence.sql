-- All that is known of one tie before anything is concluded.
SELECT k.ego_id, k.alter_id,
    coalesce(a.acts_given, 0) AS acts_given, coalesce(a.acts_received, 0) AS acts_received,
    coalesce(a.turns_given, 0) AS turns_given, coalesce(a.turns_received, 0) AS turns_received,
    coalesce(a.x, 0) AS x, coalesce(a.y, 0) AS y,
    coalesce(a.hidden_acts, 0) AS hidden_acts,
    coalesce(a.pi_low, 1) AS pi_low, coalesce(a.pi_high, 1) AS pi_high,
    coalesce(w.sessions, 0) AS sessions, coalesce(w.v, 0) AS v, coalesce(w.weeks, 0) AS weeks,
    coalesce(b.back_seen, 0) AS back_seen, coalesce(b.back_hidden, 0) AS back_hidden,
    coalesce(l.follows, 0) AS follows, coalesce(l.followed_by, 0) AS followed_by,
    coalesce(l.searched, 0) AS searched,
    coalesce(h.ms_low, 0) AS ms_low, coalesce(h.ms_point, 0) AS ms_point,
    coalesce(h.ms_high, 0) AS ms_high, coalesce(h.ms_measured, 0) AS ms_measured,
    coalesce(h.weekly_low, 0) AS weekly_low, coalesce(h.weekly_point, 0) AS weekly_point,
    coalesce(h.weekly_high, 0) AS weekly_high,
    least(a.first_us, w.first_us) AS first_us, greatest(a.last_us, w.last_us) AS last_us,
    coalesce(r.last_us + greatest(t.dormant_us, t.dormant_gaps * coalesce(r.median_gap_us, 0))
        < r.until_us, FALSE) AS dormant,
    CASE WHEN n.noted IS NOT NULL THEN n.noted
        WHEN n.said IN ('brand', 'group', 'companion') THEN n.said
        WHEN n.said = 'person' OR coalesce(l.friends, 0) = 1
            OR (coalesce(a.days_spoken, 0) >= 2 AND coalesce(a.days_answered, 0) >= 2)
            THEN 'person'
        WHEN n.said = 'persona' OR coalesce(n.of_channels, FALSE) THEN 'persona'
        ELSE 'unknown' END AS kind,
    CASE WHEN n.noted IS NOT NULL THEN 'your note'
        WHEN n.said IS NOT NULL AND n.said <> 'persona' THEN n.evidence
        WHEN coalesce(l.friends, 0) = 1 THEN 'a friend link'
        WHEN coalesce(a.days_spoken, 0) >= 2 AND coalesce(a.days_answered, 0) >= 2
            THEN 'both of you wrote in private, on several days'
        WHEN n.said = 'persona' THEN n.evidence
        WHEN coalesce(n.of_channels, FALSE) THEN 'a channel'
        ELSE NULL END AS kind_evidence,
    coalesce(n.reopened, FALSE) AS reopened,
    coalesce(n.unsolicited = 'impossible'
        OR (n.unsolicited = 'followers' AND coalesce(l.followed_by, 0) = 0),
        FALSE) AS beyond_reach
FROM (SELECT DISTINCT ego_id, alter_id FROM event WHERE alter_id IS NOT NULL) AS k
CROSS JOIN threshold AS t
LEFT JOIN act_count AS a ON a.ego_id = k.ego_id AND a.alter_id = k.alter_id
LEFT JOIN watch_count AS w ON w.ego_id = k.ego_id AND w.alter_id = k.alter_id
LEFT JOIN return_count AS b ON b.ego_id = k.ego_id AND b.alter_id = k.alter_id
LEFT JOIN link_count AS l ON l.ego_id = k.ego_id AND l.alter_id = k.alter_id
LEFT JOIN hours AS h ON h.ego_id = k.ego_id AND h.alter_id = k.alter_id
LEFT JOIN rhythm AS r ON r.ego_id = k.ego_id AND r.alter_id = k.alter_id
LEFT JOIN known AS n ON n.alter_id = k.alter_id
