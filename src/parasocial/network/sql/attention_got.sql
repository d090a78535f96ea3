-- Accounts by how much others gave to them, in turns and sessions.
SELECT got, count(*) AS accounts FROM (
    SELECT alter_id, CAST(sum(turns_given + sessions) AS BIGINT) AS got
    FROM told GROUP BY alter_id
) AS a WHERE got > 0 GROUP BY got
