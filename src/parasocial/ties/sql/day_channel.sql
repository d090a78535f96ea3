-- What ego did on each day, per platform and channel, in the person's zone: time, and how often.
SELECT d.ego_id, d.platform, d.channel, d.day,
    CAST(sum(d.ms_low) AS BIGINT) AS ms_low, CAST(sum(d.ms_point) AS BIGINT) AS ms_point,
    CAST(sum(d.ms_high) AS BIGINT) AS ms_high, CAST(sum(d.public) AS BIGINT) AS public,
    CAST(sum(d.active) AS BIGINT) AS active
FROM (
    SELECT s.ego_id, s.platform, s.channel,
        CAST(floor((s.us + z.offset_us) / 86400000000) AS BIGINT) AS day,
        s.ms_low, s.ms_point, s.ms_high, 0 AS public, 0 AS active
    FROM spent AS s JOIN zone_offset AS z ON s.us >= z.from_us AND s.us < z.to_us
    UNION ALL
    SELECT e.ego_id, e.platform, e.channel,
        CAST(floor((e.us + z.offset_us) / 86400000000) AS BIGINT), 0, 0, 0,
        CASE WHEN e.channel IN ('post', 'comment', 'live_chat')
            OR (e.channel IN ('reply', 'mention') AND e.addressed <> 'group') THEN 1 ELSE 0 END, 1
    FROM event AS e JOIN zone_offset AS z ON e.us >= z.from_us AND e.us < z.to_us
    WHERE e.given
) AS d
GROUP BY d.ego_id, d.platform, d.channel, d.day
