-- Time per tie: summed, and as a weekly rate inside the window of each platform's channel.
SELECT s.ego_id, s.alter_id,
    CAST(sum(s.ms_low) AS BIGINT) AS ms_low, CAST(sum(s.ms_point) AS BIGINT) AS ms_point,
    CAST(sum(s.ms_high) AS BIGINT) AS ms_high,
    CAST(sum(CASE WHEN s.measured THEN s.ms_point ELSE 0 END) AS BIGINT) AS ms_measured,
    sum(s.ms_low / w.weeks) AS weekly_low, sum(s.ms_point / w.weeks) AS weekly_point,
    sum(s.ms_high / w.weeks) AS weekly_high
FROM (
    SELECT ego_id, alter_id, platform, channel, measured, CAST(sum(ms_low) AS BIGINT) AS ms_low,
        CAST(sum(ms_point) AS BIGINT) AS ms_point, CAST(sum(ms_high) AS BIGINT) AS ms_high
    FROM spent WHERE alter_id IS NOT NULL
    GROUP BY ego_id, alter_id, platform, channel, measured
) AS s JOIN channel_window AS w ON w.platform = s.platform AND w.channel = s.channel
GROUP BY s.ego_id, s.alter_id
