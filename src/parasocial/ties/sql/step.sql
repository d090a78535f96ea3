-- Gaps between the turns and sessions of a tie, for its median and for dormancy. until_us is the
-- end of coverage of the channel on which the last of them lies.
SELECT s.ego_id, s.alter_id, s.us,
    s.us - lag(s.us) OVER (PARTITION BY s.ego_id, s.alter_id ORDER BY s.us) AS gap_us,
    CASE WHEN s.us = max(s.us) OVER (PARTITION BY s.ego_id, s.alter_id)
        THEN w.to_us END AS until_us
FROM (
    SELECT ego_id, alter_id, platform, channel, us FROM turn WHERE starts = 1
    UNION ALL
    SELECT ego_id, alter_id, platform, channel, us FROM watch WHERE starts = 1
) AS s JOIN channel_window AS w ON w.platform = s.platform AND w.channel = s.channel
