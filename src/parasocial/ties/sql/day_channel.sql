-- What ego did on each day, per platform and channel, in the person's zone: time, and how often.
SELECT d.ego_id, d.platform, d.channel, d.day,
    CAST(sum(d.ms_low) AS BIGINT) AS ms_low, CAST(sum(d.ms_point) AS BIGINT) AS ms_point,
    CAST(sum(d.ms_high) AS BIGINT) AS ms_high, CAST(sum(d.public) AS BIGINT) AS public,
    CAST(sum(d.active) AS BIGINT) AS active
FROM (
    SELECT ego_id, platform, channel, CAST(floor(local_us / 86400000000) AS BIGINT) AS day,
        ms_low, ms_point, ms_high, 0 AS public, 0 AS active
    FROM spent
    UNION ALL
    SELECT ego_id, platform, channel, CAST(floor(local_us / 86400000000) AS BIGINT), 0, 0, 0,
        CASE WHEN channel IN ('post', 'comment', 'live_chat')
            OR (channel IN ('reply', 'mention') AND addressed <> 'group') THEN 1 ELSE 0 END, 1
    FROM event
    WHERE given AND us IS NOT NULL
) AS d
GROUP BY d.ego_id, d.platform, d.channel, d.day
