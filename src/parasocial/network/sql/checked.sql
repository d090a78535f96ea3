-- How many rows of a log count, per kind, and why the others do not; and how far they reach.
SELECT code, why, count(*) AS n, min(us) AS first_us, max(us) AS last_us,
    max(us % 1000000) AS finest,
    least(min(actor_id), min(target_id)) AS low_id,
    greatest(max(actor_id), max(target_id)) AS high_id
FROM judged GROUP BY code, why
