-- How long each logged event lasted, in milliseconds: as measured, or until the next logged
-- event on the platform, at most the cap of its form. What was logged in one instant shares that
-- time alike: no order among them is known. Where several were on at once, what was measured on a
-- platform on one day shares the day.
SELECT s.ego_id, s.alter_id, s.platform, s.channel, s.form, s.given, s.us, s.local_us, s.addressed,
    s.ms IS NOT NULL AS measured,
    coalesce(s.clock_ms, CAST(floor(least(s.gap_ms, d.low_ms) / s.together) AS BIGINT)) AS ms_low,
    coalesce(s.clock_ms, CAST(floor(least(s.gap_ms, d.point_ms) / s.together) AS BIGINT))
        AS ms_point,
    coalesce(s.clock_ms, CAST(floor(least(s.gap_ms, d.high_ms) / s.together) AS BIGINT)) AS ms_high
FROM (
    SELECT l.*, coalesce(i.together, 1) AS together, CAST(floor(
        CASE WHEN i.together IS NULL THEN l.gap_us ELSE i.gap_us END / 1000) AS BIGINT) AS gap_ms,
        CASE WHEN o.day_ms IS NULL THEN l.ms
            ELSE CAST(floor(l.ms * (86400000.0 / o.day_ms)) AS BIGINT) END AS clock_ms
    FROM logged AS l LEFT JOIN (
        SELECT ego_id, platform, us, count(*) AS together,
            CASE WHEN count(gap_us) = count(*) THEN max(gap_us) END AS gap_us
        FROM logged WHERE since_us = 0 OR gap_us = 0 GROUP BY ego_id, platform, us
    ) AS i ON i.ego_id = l.ego_id AND i.platform = l.platform AND i.us = l.us
    LEFT JOIN (
        SELECT ego_id, platform, floor(local_us / 86400000000) AS day, CAST(sum(ms) AS DOUBLE) AS day_ms
        FROM logged WHERE ms IS NOT NULL GROUP BY 1, 2, 3 HAVING sum(ms) > 86400000
    ) AS o ON o.ego_id = l.ego_id AND o.platform = l.platform AND l.ms IS NOT NULL
        AND o.day = floor(l.local_us / 86400000000)
) AS s JOIN dwell AS d ON d.name = s.dwell
