-- Hours and turns of each tie per ISO week in the person's zone. Weeks are numbered from the
-- Monday before the epoch.
SELECT ego_id, alter_id, week, CAST(sum(ms_low) AS BIGINT) AS ms_low,
    CAST(sum(ms_point) AS BIGINT) AS ms_point, CAST(sum(ms_high) AS BIGINT) AS ms_high,
    CAST(sum(given_turns) AS BIGINT) AS turns_given,
    CAST(sum(returned_turns) AS BIGINT) AS turns_received
FROM (
    SELECT s.ego_id, s.alter_id,
        CAST(floor((s.us + z.offset_us + 259200000000) / 604800000000) AS BIGINT) AS week,
        s.ms_low, s.ms_point, s.ms_high, 0 AS given_turns, 0 AS returned_turns
    FROM spent AS s JOIN zone_offset AS z ON s.us >= z.from_us AND s.us < z.to_us
    UNION ALL
    SELECT u.ego_id, u.alter_id,
        CAST(floor((u.us + z.offset_us + 259200000000) / 604800000000) AS BIGINT),
        0, 0, 0, CASE WHEN u.given THEN u.starts ELSE 0 END,
        CASE WHEN u.given THEN 0 ELSE u.starts END
    FROM turn AS u JOIN zone_offset AS z ON u.us >= z.from_us AND u.us < z.to_us
) AS w
GROUP BY ego_id, alter_id, week
