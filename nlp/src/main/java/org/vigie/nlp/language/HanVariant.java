/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

/**
 * Tells simplified from traditional Chinese by characters that exist in one of them only.
 *
 * <p>The lists are common characters of the simplification scheme of 1964 whose two forms are not both in use in
 * either standard.
 */
final class HanVariant {
    private static final String SIMPLIFIED = "们这来国为说时会过对发经动进种长从现没开学样问关还点机实业体门产间员风东车应该给"
            + "认让话两头电书见气问场报结义总战争记务队务军几万亿与专业丛个临举么乌乐习乡买乱亏云亚产亲仅仓仪价众优伟传伤伦伪侠侣侦侧"
            + "俩债倾偿储儿党兰兴养兽内册写农冯冲决况冻净凉减凤凭凯击凿则刚创删别刘剂剑剧劝办劲励劳势匀协单卖卢卫却厂厅历厉压厌厕县叁双变叙"
            + "叶号叹吓吕吗听启吴呐呕员呛咏响哑哗哟唤啸喷团园围图圆圣坏块坚坛坝坟坠垄垒垦处备够夹夺奋奖妆妇妈娱婴孙宁宝实宠审宪宫宽宾寝寻导寿"
            + "将尔尘尝层属岁岂岗岛岭币师帐带帮广庄庆库庙废庐异弃张弥弯弹强归录彻忆怀态怜恋恶恼悬惊惧惨惯愤愿懒戏户扑执扩扫扬扰抚抢护担拟拥择"
            + "挂挡挤挥捞损换据掷摄摆摇撑敌数斋断无旧显晓晕暂术朴杀杂权条极构枪柜标栏树栖桥档桨梦检楼横欢欧残毁毕毙汇汉汤沟沪泪泼泽洁浅测济浓涂"
            + "涛润涨渊渐渔温湾湿溃满滚滞滨滩潜灭灯灵灾炉炼烁烂烛烟烦烧热爱爷牵犹狭狮独猎猪猫献环玛疗疯疮瘾监盖盗盘睁矫矿码砖确础祸离积称稳穷窃"
            + "窝竖竞笔笼筑签简粮紧纠红级纪纯纲纳纵纷纸纹纺线练组细织终绍绑绝统维绪续绳绿缓编缘缩缴网罗罚罢职联聪肃肠肤肾肿胁胜胶脉脏脑脚脱脸艺节"
            + "芦苍苏苹药获莲萝萧营虑虫虽蚀补袭装观规视览觉触计订讨训议讯讲许论设访证评识诉词译试诗诚详语误请诸读课谁调谈谋谢谣谱贝负财责贤败货质"
            + "贪购贯贵贷贸费贺资赏赖赛赞赢赵趋跃践踪转轮软轻载较辅辆辈辉输辞边达迁运违连迟选递遗邓邮邻郑酱释针钉钟钢钱铁铃铅银链销锁错锋键镇镜闪闭"
            + "闲闹闻阀阅队阳阴阵阶际陆陈险随隐难雾静韦韩页顶项顺须顾顿预领频题颜额飞饭饮饰饱馆驱驶驻驾验骂骑骗骤鱼鲁鲜鸟鸡鸣鸭鸿鹅鹰黄齐齿龙龟";
    private static final String TRADITIONAL = "們這來國為說時會過對發經動進種長從現沒開學樣問關還點機實業體門產間員風東車應該給"
            + "認讓話兩頭電書見氣場報結義總戰爭記務隊軍幾萬億與專叢個臨舉麼烏樂習鄉買亂虧雲亞親僅倉儀價眾優夥偉傳傷倫偽俠侶偵側"
            + "倆債傾償儲兒黨蘭興養獸內冊寫農馮衝決況凍淨涼減鳳憑凱擊鑿則剛創刪別劉劑劍劇勸辦勁勵勞勢勻協單賣盧衛卻廠廳歷厲壓厭廁縣參雙變敘"
            + "葉號嘆嚇呂嗎聽啟吳吶嘔嗆詠響啞嘩喲喚嘯噴團園圍圖圓聖壞塊堅壇壩墳墜壟壘墾處備夠夾奪奮獎妝婦媽娛嬰孫寧寶寵審憲宮寬賓寢尋導壽"
            + "將爾塵嘗層屬歲豈崗島嶺幣師帳帶幫廣莊慶庫廟廢廬異棄張彌彎彈強歸錄徹憶懷態憐戀惡惱懸驚懼慘慣憤願懶戲戶撲執擴掃揚擾撫搶護擔擬擁擇"
            + "掛擋擠揮撈損換據擲攝擺搖撐敵數齋斷無舊顯曉暈暫術樸殺雜權條極構槍櫃標欄樹棲橋檔槳夢檢樓橫歡歐殘毀畢斃匯漢湯溝滬淚潑澤潔淺測濟濃塗"
            + "濤潤漲淵漸漁溫灣濕潰滿滾滯濱灘潛滅燈靈災爐煉爍爛燭煙煩燒熱愛爺牽猶狹獅獨獵豬貓獻環瑪療瘋瘡癮監蓋盜盤瞇睜矯礦碼磚確礎禍離積稱穩窮竊"
            + "窩豎競筆籠築簽簡糧緊糾紅級紀純綱納縱紛紙紋紡線練組細織終紹綁絕統維緒續繩綠緩編緣縮繳網羅罰罷職聯聰肅腸膚腎腫脅勝膠脈臟腦腳脫臉藝節"
            + "蘆蒼蘇蘋藥獲蓮蘿蕭營慮蟲雖蝕補襲裝觀規視覽覺觸計訂討訓議訊講許論設訪證評識訴詞譯試詩誠詳語誤請諸讀課誰調談謀謝謠譜貝負財責賢敗貨質"
            + "貪購貫貴貸貿費賀資賞賴賽贊贏趙趨躍踐蹤轉輪軟輕載較輔輛輩輝輸辭邊達遷運違連遲選遞遺鄧郵鄰鄭醬釋針釘鐘鋼錢鐵鈴鉛銀鏈銷鎖錯鋒鍵鎮鏡閃閉"
            + "閒鬧聞閥閱陽陰陣階際陸陳險隨隱難霧靜韋韓頁頂項順須顧頓預領頻題顏額飛飯飲飾飽館驅駛駐駕驗罵騎騙驟魚魯鮮鳥雞鳴鴨鴻鵝鷹黃齊齒龍龜";
    private static final byte[] VARIANT = new byte[0x10000];

    static {
        SIMPLIFIED.chars().forEach(c -> VARIANT[c] |= 1);
        TRADITIONAL.chars().forEach(c -> VARIANT[c] |= 2);
    }

    private int simplified;
    private int traditional;

    void clear() {
        simplified = 0;
        traditional = 0;
    }

    void add(char[] word, int length) {
        for (int i = 0; i < length; i++) {
            byte variant = VARIANT[word[i]];
            // A character that stands in both lists (an old form still in use) tells nothing.
            simplified += variant == 1 ? 1 : 0;
            traditional += variant == 2 ? 1 : 0;
        }
    }

    /** Hans, Hant, or Hani when the characters are common to both. */
    String code() {
        return simplified == traditional ? "Hani" : simplified > traditional ? "Hans" : "Hant";
    }
}
