-- Time per tie: summed, and as a weekly rate inside the window of each platform's channel, in
-- whole milliseconds so that sums are exact in any order.
SELECT s.ego_id, s.alter_id,
    CAST(sum(s.ms_low) AS BIGINT) AS ms_low, CAST(sum(s.ms_point) AS BIGINT) AS ms_point,
    CAST(sum(s.ms_high) AS BIGINT) AS ms_high,
    CAST(sum(s.ms_measured) AS BIGINT) AS ms_measured,
    CAST(sum(CAST(floor(s.ms_low / w.weeks) AS BIGINT)) AS BIGINT) AS weekly_low,
    CAST(sum(CAST(floor(s.ms_point / w.weeks) AS BIGINT)) AS BIGINT) AS weekly_point,
    CAST(sum(CAST(floor(s.ms_high / w.weeks) AS BIGINT)) AS BIGINT) AS weekly_high
FROM (
    SELECT ego_id, alter_id, platform, channel, CAST(sum(ms_low) AS BIGINT) AS ms_low,
        CAST(sum(ms_point) AS BIGINT) AS ms_point, CAST(sum(ms_high) AS BIGINT) AS ms_high,
        CAST(sum(CASE WHEN measured THEN ms_point ELSE 0 END) AS BIGINT) AS ms_measured
    FROM spent WHERE alter_id IS NOT NULL
    GROUP BY ego_id, alter_id, platform, channel
) AS s JOIN channel_window AS w ON w.platform = s.platform AND w.channel = s.channel
GROUP BY s.ego_id, s.alter_id
