window.YTD.account.part0 = [
  {
    "account" : {
      "phoneNumber" : "+15555550100",
      "email" : "pim@example.org",
      "createdVia" : "web",
      "username" : "pim_wira",
      "accountId" : "2100000001",
      "createdAt" : "2013-05-04T08:00:00.000Z",
      "accountDisplayName" : "Pim"
    }
  }
]