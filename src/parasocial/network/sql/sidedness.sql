-- How one-sided each two are: the larger part of their turns, in twentieths of all of them.
SELECT CAST(floor(20 * greatest(turns_given, turns_received) / (turns_given + turns_received))
        AS BIGINT) AS twentieths,
    count(*) AS dyads
FROM told WHERE ego_id < alter_id AND turns_given + turns_received > 0 GROUP BY 1
