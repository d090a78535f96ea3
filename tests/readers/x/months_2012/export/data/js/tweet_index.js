var tweet_index =  [
 {
  "file_name": "data/js/tweets/2012_11.js",
  "year": 2012,
  "var_name": "tweets_2012_11",
  "tweet_count": 2,
  "month": 11
 }
]