-- Every interaction of a log, as a tie sees it. Both sides of each are in the log: an act between
-- two is taken once, from the side of the lesser id; attention is its giver's; links are both's.
SELECT CASE WHEN role = 'act' AND actor_id > target_id THEN target_id ELSE actor_id END AS ego_id,
    CASE WHEN role = 'act' AND actor_id > target_id THEN actor_id ELSE target_id END AS alter_id,
    role <> 'act' OR actor_id < target_id AS given,
    CAST(1 AS BIGINT) AS source_no, 'log' AS platform, channel, us, CAST(NULL AS BIGINT) AS ms,
    'person' AS addressed, CAST(NULL AS STRING) AS form, us AS local_us
FROM interaction
UNION ALL
SELECT target_id, actor_id, FALSE, CAST(1 AS BIGINT), 'log', channel, us, CAST(NULL AS BIGINT),
    'person', CAST(NULL AS STRING), us
FROM interaction WHERE role = 'link'
