-- Every fan whose messages have a place in time: their turns, and their first and last.
SELECT who, count(*) FILTER (WHERE turns) AS turns, min(us) AS first_us, min(day) AS first_day,
    max(day) AS last_day
FROM numbered GROUP BY who
