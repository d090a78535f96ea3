window.YTD.follower.part0 = [
  {
    "follower" : {
      "accountId" : "2200000002"
    }
  },
  {
    "follower" : {
      "accountId" : "2300000003"
    }
  }
]