-- How long each logged event lasted, in milliseconds: as measured, or until the next logged
-- event on the platform, at most the cap of its form. What was logged in one instant shares that
-- time alike: no order among them is known.
SELECT s.ego_id, s.alter_id, s.platform, s.channel, s.form, s.given, s.us, s.local_us, s.addressed,
    s.ms IS NOT NULL AS measured,
    coalesce(s.ms, CAST(floor(least(s.gap_ms, d.low_ms) / s.together) AS BIGINT)) AS ms_low,
    coalesce(s.ms, CAST(floor(least(s.gap_ms, d.point_ms) / s.together) AS BIGINT)) AS ms_point,
    coalesce(s.ms, CAST(floor(least(s.gap_ms, d.high_ms) / s.together) AS BIGINT)) AS ms_high
FROM (
    SELECT l.*, coalesce(i.together, 1) AS together, CAST(floor(
        CASE WHEN i.together IS NULL THEN l.gap_us ELSE i.gap_us END / 1000) AS BIGINT) AS gap_ms
    FROM logged AS l LEFT JOIN (
        SELECT ego_id, platform, us, count(*) AS together,
            CASE WHEN count(gap_us) = count(*) THEN max(gap_us) END AS gap_us
        FROM logged WHERE since_us = 0 OR gap_us = 0 GROUP BY ego_id, platform, us
    ) AS i ON i.ego_id = l.ego_id AND i.platform = l.platform AND i.us = l.us
) AS s JOIN dwell AS d ON d.name = s.dwell
