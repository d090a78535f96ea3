-- Every fan: what they wrote and what came back.
SELECT s.who, min(p.actor_id) AS actor_id, count(*) AS messages, CAST(coalesce(sum(s.words), 0) AS BIGINT) AS words,
    min(s.us) AS first_us, max(s.us) AS last_us,
    count(*) FILTER (WHERE s.state = 'answered') AS answered,
    count(*) FILTER (WHERE s.state = 'seen') AS seen,
    count(*) FILTER (WHERE s.state = 'cannot_be_told') AS unknown,
    count(*) FILTER (WHERE s.acknowledged) AS acknowledged,
    count(*) FILTER (WHERE (s.marks & b.question) <> 0) AS questions,
    count(*) FILTER (WHERE (s.marks & b.question) <> 0 AND s.state = 'seen') AS open_questions,
    max(s.us) FILTER (WHERE s.state = 'answered') AS answered_us,
    bit_or(coalesce(s.marks, 0)) AS marks
FROM state AS s CROSS JOIN bits AS b JOIN person AS p ON p.who = s.who GROUP BY s.who
