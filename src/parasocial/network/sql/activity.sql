-- Accounts by how much they gave, in turns and sessions, and what their ties are.
SELECT turns_given + sessions AS gave, count(*) AS accounts,
    CAST(sum(one_way) AS BIGINT) AS one_way, CAST(sum(reciprocal) AS BIGINT) AS reciprocal,
    CAST(sum(given_to) AS BIGINT) AS given_to, CAST(sum(both_ways) AS BIGINT) AS both_ways
FROM ego WHERE turns_given + sessions > 0 GROUP BY 1
