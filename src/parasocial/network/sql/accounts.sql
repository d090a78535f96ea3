-- How many accounts there are, and how many of them act or were acted toward.
SELECT count(*) AS accounts, count(*) FILTER (WHERE acts_given + acts_received > 0) AS nodes
FROM ego
