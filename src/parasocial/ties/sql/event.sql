-- Every interaction from ego's side: who it is with, and which way it runs. What was said to a
-- group belongs to no tie. local_us is the time on the person's own clock.
SELECT s.ego_id, s.alter_id, s.given, s.source_no, s.platform, s.channel, s.us, s.ms, s.addressed,
    s.form, s.us + z.offset_us AS local_us
FROM (
    SELECT i.actor_id AS ego_id,
        CASE WHEN i.addressed = 'group' THEN NULL ELSE i.target_id END AS alter_id,
        TRUE AS given, i.source_no, i.platform, i.channel, i.us, i.ms, i.addressed, i.form
    FROM interaction AS i JOIN ego ON ego.ego_id = i.actor_id
    WHERE i.target_id IS NULL OR i.target_id <> i.actor_id
    UNION ALL
    SELECT i.target_id, i.actor_id, FALSE, i.source_no, i.platform, i.channel, i.us, i.ms,
        i.addressed, i.form
    FROM interaction AS i JOIN ego ON ego.ego_id = i.target_id
    WHERE i.actor_id <> i.target_id AND i.addressed <> 'group'
) AS s LEFT JOIN zone_offset AS z ON s.us >= z.from_us AND s.us < z.to_us
