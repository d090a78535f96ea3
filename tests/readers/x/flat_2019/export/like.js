window.YTD.like.part0 = [
  {
    "like" : {
      "tweetId" : "947618370155446273",
      "fullText" : "CANARY"
    }
  }
]