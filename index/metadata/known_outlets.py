"""Words of the trade: hosts of outlets, agencies, services that shorten addresses. Data, no rules."""

BY_HOST = {
    "abc.net.au": "ABC News (Australia)", "abcnews.go.com": "ABC News", "aljazeera.com": "Al Jazeera",
    "apnews.com": "AP News", "arstechnica.com": "Ars Technica", "asia.nikkei.com": "Nikkei Asia", "axios.com": "Axios",
    "bbc.co.uk": "BBC", "bbc.com": "BBC", "bloomberg.com": "Bloomberg", "bostonglobe.com": "The Boston Globe",
    "businessinsider.com": "Business Insider", "buzzfeednews.com": "BuzzFeed News", "cbc.ca": "CBC",
    "cbsnews.com": "CBS News", "cgtn.com": "CGTN", "channelnewsasia.com": "CNA",
    "chicagotribune.com": "Chicago Tribune",
    "chinadaily.com.cn": "China Daily", "cnbc.com": "CNBC", "cnet.com": "CNET", "cnn.com": "CNN",
    "coindesk.com": "CoinDesk", "csmonitor.com": "The Christian Science Monitor", "dailymail.co.uk": "Daily Mail",
    "denverpost.com": "The Denver Post", "detroitnews.com": "The Detroit News", "dw.com": "Deutsche Welle",
    "economist.com": "The Economist", "elpais.com": "El País", "engadget.com": "Engadget", "espn.com": "ESPN",
    "euronews.com": "Euronews", "express.co.uk": "Daily Express", "forbes.com": "Forbes",
    "foreignaffairs.com": "Foreign Affairs", "foreignpolicy.com": "Foreign Policy", "fortune.com": "Fortune",
    "foxnews.com": "Fox News", "france24.com": "France 24", "ft.com": "Financial Times",
    "globaltimes.cn": "Global Times", "haaretz.com": "Haaretz", "hollywoodreporter.com": "The Hollywood Reporter",
    "huffingtonpost.com": "HuffPost", "huffpost.com": "HuffPost", "independent.co.uk": "The Independent",
    "indiatimes.com": "The Times of India", "irishtimes.com": "The Irish Times", "japantimes.co.jp": "The Japan Times",
    "latimes.com": "Los Angeles Times", "lemonde.fr": "Le Monde", "mirror.co.uk": "Daily Mirror",
    "mit.edu": "MIT", "nationalgeographic.com": "National Geographic", "nature.com": "Nature",
    "nbcnews.com": "NBC News", "newrepublic.com": "The New Republic",
    "newyorker.com": "The New Yorker", "npr.org": "NPR", "nydailynews.com": "New York Daily News",
    "nypost.com": "New York Post", "nytimes.com": "The New York Times", "pbs.org": "PBS", "politico.com": "Politico",
    "politico.eu": "Politico Europe", "qz.com": "Quartz", "reuters.com": "Reuters", "restofworld.org": "Rest of World",
    "rfi.fr": "RFI", "rollingstone.com": "Rolling Stone", "rt.com": "RT", "scmp.com": "South China Morning Post",
    "sfgate.com": "SFGATE", "sixthtone.com": "Sixth Tone", "sky.com": "Sky News", "slate.com": "Slate",
    "smh.com.au": "The Sydney Morning Herald", "spiegel.de": "Der Spiegel", "sputniknews.com": "Sputnik",
    "standard.co.uk": "Evening Standard", "straitstimes.com": "The Straits Times", "techcrunch.com": "TechCrunch",
    "telegraph.co.uk": "The Telegraph", "theatlantic.com": "The Atlantic", "theguardian.com": "The Guardian",
    "thehill.com": "The Hill", "thehindu.com": "The Hindu", "theinformation.com": "The Information",
    "thetimes.co.uk": "The Times", "thetimes.com": "The Times", "theverge.com": "The Verge",
    "thewirechina.com": "The Wire China", "time.com": "Time", "usatoday.com": "USA Today", "vice.com": "Vice",
    "voanews.com": "Voice of America", "vox.com": "Vox", "washingtonpost.com": "The Washington Post",
    "washingtontimes.com": "The Washington Times", "wikinews.org": "Wikinews", "wired.com": "Wired",
    "wsj.com": "The Wall Street Journal", "xinhuanet.com": "Xinhua", "news.cn": "Xinhua", "zeit.de": "Die Zeit",
}  # fmt: skip

WIRES = frozenset({
    "reuters", "thomson reuters", "ap", "associated press", "afp", "agence france-presse", "agence francepresse",
    "upi", "united press international", "xinhua", "xinhua news agency", "pa", "pa media", "press association", "dpa",
    "efe", "ansa", "tass", "interfax", "kyodo", "kyodo news", "yonhap", "pti", "press trust of india", "ians", "ani",
    "aap", "canadian press", "the canadian press", "tribune news service", "bloomberg news", "agencies", "wire reports",
    "wire services", "staff and wire reports", "prnewswire", "pr newswire", "business wire", "globe newswire",
    "globenewswire", "getty images", "shutterstock",
})  # fmt: skip

BROADCASTERS = frozenset({
    "CNN", "CNN Business", "CNNMoney", "CNN Money", "CNN Travel", "CNN Sport", "Fox News", "CBS News", "NBC News",
    "ABC News", "Sputnik", "RT", "CGTN",
})  # fmt: skip
"""Names that stand in brackets before the first words of their own articles, as agencies' do, but are not resold."""

SHORTENERS = frozenset({
    "t.co", "bit.ly", "usat.ly", "nyti.ms", "wapo.st", "cnn.it", "reut.rs", "tinyurl.com", "goo.gl", "ow.ly",
    "buff.ly", "dlvr.it", "ift.tt", "trib.al", "lnkd.in", "fb.me", "youtu.be", "is.gd", "on.wsj.com", "econ.st",
    "archive.org", "archive.is", "archive.ph", "archive.today", "twitter.com", "x.com", "facebook.com", "google.com",
    "youtube.com", "instagram.com", "reddit.com", "doi.org", "localhost",
})  # fmt: skip
