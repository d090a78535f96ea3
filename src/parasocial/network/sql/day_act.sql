-- How many acts each UTC day has.
SELECT CAST(floor(us / 86400000000) AS BIGINT) AS day, count(*) AS acts
FROM interaction WHERE role = 'act' GROUP BY 1
