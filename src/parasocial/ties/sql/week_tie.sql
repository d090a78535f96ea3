-- Hours and turns of each tie per ISO week in the person's zone. Weeks are numbered from the
-- Monday before the epoch.
SELECT ego_id, alter_id, week, CAST(sum(ms_low) AS BIGINT) AS ms_low,
    CAST(sum(ms_point) AS BIGINT) AS ms_point, CAST(sum(ms_high) AS BIGINT) AS ms_high,
    CAST(sum(given_turns) AS BIGINT) AS turns_given,
    CAST(sum(returned_turns) AS BIGINT) AS turns_received
FROM (
    SELECT ego_id, alter_id,
        CAST(floor((local_us + 259200000000) / 604800000000) AS BIGINT) AS week,
        ms_low, ms_point, ms_high, 0 AS given_turns, 0 AS returned_turns
    FROM spent
    UNION ALL
    SELECT ego_id, alter_id,
        CAST(floor((local_us + 259200000000) / 604800000000) AS BIGINT),
        0, 0, 0, CASE WHEN given THEN starts ELSE 0 END, CASE WHEN given THEN 0 ELSE starts END
    FROM turn
) AS w
GROUP BY ego_id, alter_id, week
