window.YTD.like.part0 = [
  {
    "like" : {
      "tweetId" : "1344795470853046273",
      "fullText" : "CANARY"
    }
  }
]