-- {"session": "7343beece3fc63d5c1f6", "code": "H7MKYT", "stage_key": "TN_HHCgeVT-4MH7KPJGsDQxvJad6tT6h", "console_key": "o4jNhhmqcrCW5JQJoed7DSOCN5Gu_PDg", "closed": "7e0579c344a449e559b8", "token": "il1ifnHN5XUSprJcj6T-LpqmPzhwhyh7"}
BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE ballot (
	session VARCHAR NOT NULL, 
	statement VARCHAR NOT NULL, 
	"key" BLOB NOT NULL, 
	choice VARCHAR NOT NULL, 
	CONSTRAINT pk_ballot PRIMARY KEY (session, statement, "key")
)
 WITHOUT ROWID

;
INSERT INTO "ballot" VALUES('7343beece3fc63d5c1f6','s2',X'40381FDB07E3460F429122AE1C4BF9B9252D5D53F3140B4A501221EFCB4FDF0D','dont_know');
INSERT INTO "ballot" VALUES('7343beece3fc63d5c1f6','s2',X'61AF504FC71B260A3C238FB9F7272AF48C37359ED1679CE043FB883E35D5F2F5','agree');
INSERT INTO "ballot" VALUES('7343beece3fc63d5c1f6','s2',X'78100A30F7C261A4CAD106C548C8DB4A745F90007161B8508194F756BF36CBA4','dont_know');
INSERT INTO "ballot" VALUES('7343beece3fc63d5c1f6','s2',X'797C23B4A8B66F3EEA8391D4BDCAFD76C87BD67D0A56E3FCA2F39C20411E0614','dont_know');
INSERT INTO "ballot" VALUES('7343beece3fc63d5c1f6','s2',X'7A17297EDC2A14979EB0026369DA16B030662B89F3D4E809B6E98701194388DE','dont_know');
INSERT INTO "ballot" VALUES('7343beece3fc63d5c1f6','s2',X'A2122C72FBCD920AC0ED4E38FB138FE54E9159135CEB13408A699033F79F58E7','dont_know');
INSERT INTO "ballot" VALUES('7343beece3fc63d5c1f6','s2',X'F5957A2BAEF2479A47655A6F9BA07921D2E3F19EE7BF9328CB073426492B7137','dont_know');
CREATE TABLE ballot_secret (
	session VARCHAR NOT NULL, 
	statement VARCHAR NOT NULL, 
	secret BLOB NOT NULL, 
	CONSTRAINT pk_ballot_secret PRIMARY KEY (session, statement)
)
 WITHOUT ROWID

;
INSERT INTO "ballot_secret" VALUES('7343beece3fc63d5c1f6','s2',X'F9B14A97EC72679813ABA410CC8943FF03BC0CDC6D3A972F05B91952270827D5');
CREATE TABLE identity (
	session VARCHAR NOT NULL, 
	person VARCHAR NOT NULL, 
	name TEXT NOT NULL, 
	expires_at FLOAT NOT NULL, 
	CONSTRAINT pk_identity PRIMARY KEY (session, person), 
	CONSTRAINT fk_identity_session FOREIGN KEY(session) REFERENCES session (id) ON DELETE CASCADE
);
INSERT INTO "identity" VALUES('7343beece3fc63d5c1f6','p1','Noor',4943600000.0);
INSERT INTO "identity" VALUES('7e0579c344a449e559b8','p1','Noor',4943600000.0);
CREATE TABLE journal (
	session VARCHAR NOT NULL, 
	seq BIGINT NOT NULL, 
	at FLOAT NOT NULL, 
	kind VARCHAR NOT NULL, 
	actor VARCHAR NOT NULL, 
	data TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	command VARCHAR NOT NULL, 
	part INTEGER NOT NULL, 
	CONSTRAINT pk_journal PRIMARY KEY (session, seq), 
	CONSTRAINT fk_journal_session FOREIGN KEY(session) REFERENCES session (id) ON DELETE CASCADE
);
INSERT INTO "journal" VALUES('7343beece3fc63d5c1f6',1,1790000000.0,'prepared','organiser','{"code":"H7MKYT","plan":{"title":"Avond","language":"nl","roles":[{"key":"resident","label":{"nl":"Bewoner","en":"Resident"},"plural":{"nl":"bewoners","en":"residents"},"reason":{"nl":"Ik woon in de buurt","en":"I live in the neighbourhood"},"shape":"circle","color":"#0F6CBD"},{"key":"confidant","label":{"nl":"Vertrouwenspersoon","en":"Vertrouwenspersoon"},"plural":{"nl":"vertrouwenspersonen","en":"vertrouwenspersonen"},"reason":{"nl":"Ik ben vertrouwenspersoon","en":"I am a vertrouwenspersoon"},"shape":"diamond","color":"#A4262C"},{"key":"professional","label":{"nl":"Beroepskracht","en":"Professional"},"plural":{"nl":"beroepskrachten","en":"professionals"},"reason":{"nl":"Ik werk bij een organisatie","en":"I work for an organisation"},"shape":"square","color":"#4F7A28"},{"key":"civil","label":{"nl":"Ambtenaar","en":"Civil servant"},"plural":{"nl":"ambtenaren","en":"civil servants"},"reason":{"nl":"Ik werk bij de gemeente","en":"I work for the city"},"shape":"triangle","color":"#6B3FA0"},{"key":"researcher","label":{"nl":"Onderzoeker","en":"Researcher"},"plural":{"nl":"onderzoekers","en":"researchers"},"reason":{"nl":"Ik doe onderzoek","en":"I do research"},"shape":"hexagon","color":"#80622A"},{"key":"unsaid","label":{"nl":"Zonder rol","en":"No role given"},"plural":{"nl":"mensen zonder rol","en":"people without a role"},"reason":{"nl":"Dat zeg ik liever niet","en":"I would rather not say"},"shape":"ring","color":"#5C6B70"}],"items":[{"id":"in","kind":"check_in","title":{"nl":"in"},"planned_s":600,"variant":null,"question":{},"roles":[],"rules":{"chairs":0,"chairs_by_group":false,"chairs_most":10,"open_chairs":0,"case_giver_chairs":0,"take_free":false,"tap_in":false,"queue":true,"leave":true,"group_by":"none","queue_order":"not_yet_spoken_first","call_timeout_s":30,"turn_guide_s":180,"leave_prompt_s":60,"idle_chair_s":45,"starters":2,"reactions":"facilitator","projector":"roles","smallest_group":5,"swap_chairs":true},"what_if":""},{"id":"open","kind":"circle","title":{"nl":"open"},"planned_s":900,"variant":"open_chair","question":{},"roles":[],"rules":{"chairs":5,"chairs_by_group":false,"chairs_most":10,"open_chairs":1,"case_giver_chairs":0,"take_free":true,"tap_in":false,"queue":true,"leave":true,"group_by":"none","queue_order":"not_yet_spoken_first","call_timeout_s":30,"turn_guide_s":180,"leave_prompt_s":60,"idle_chair_s":45,"starters":2,"reactions":"facilitator","projector":"roles","smallest_group":5,"swap_chairs":true},"what_if":""},{"id":"roles","kind":"circle","title":{"nl":"roles"},"planned_s":1200,"variant":"role_round","question":{},"roles":["resident"],"rules":{"chairs":6,"chairs_by_group":true,"chairs_most":10,"open_chairs":0,"case_giver_chairs":0,"take_free":true,"tap_in":false,"queue":false,"leave":true,"group_by":"role","queue_order":"not_yet_spoken_first","call_timeout_s":30,"turn_guide_s":180,"leave_prompt_s":60,"idle_chair_s":45,"starters":2,"reactions":"facilitator","projector":"roles","smallest_group":5,"swap_chairs":true},"what_if":""},{"id":"back","kind":"listen_back","title":{"nl":"back"},"planned_s":600,"variant":null,"question":{},"roles":[],"rules":{"chairs":5,"chairs_by_group":false,"chairs_most":10,"open_chairs":0,"case_giver_chairs":0,"take_free":false,"tap_in":false,"queue":true,"leave":true,"group_by":"none","queue_order":"not_yet_spoken_first","call_timeout_s":30,"turn_guide_s":180,"leave_prompt_s":60,"idle_chair_s":45,"starters":2,"reactions":"facilitator","projector":"roles","smallest_group":5,"swap_chairs":true},"what_if":""},{"id":"closed","kind":"circle","title":{"nl":"closed"},"planned_s":600,"variant":"closed_rotation","question":{},"roles":[],"rules":{"chairs":5,"chairs_by_group":false,"chairs_most":10,"open_chairs":0,"case_giver_chairs":0,"take_free":false,"tap_in":false,"queue":false,"leave":true,"group_by":"count","queue_order":"not_yet_spoken_first","call_timeout_s":30,"turn_guide_s":180,"leave_prompt_s":60,"idle_chair_s":45,"starters":2,"reactions":"facilitator","projector":"roles","smallest_group":5,"swap_chairs":true},"what_if":""},{"id":"tap","kind":"circle","title":{"nl":"tap"},"planned_s":600,"variant":"tap_in","question":{},"roles":[],"rules":{"chairs":5,"chairs_by_group":false,"chairs_most":10,"open_chairs":0,"case_giver_chairs":0,"take_free":true,"tap_in":true,"queue":false,"leave":true,"group_by":"none","queue_order":"not_yet_spoken_first","call_timeout_s":30,"turn_guide_s":180,"leave_prompt_s":60,"idle_chair_s":45,"starters":2,"reactions":"facilitator","projector":"roles","smallest_group":5,"swap_chairs":true},"what_if":""},{"id":"vote","kind":"vote","title":{"nl":"vote"},"planned_s":600,"variant":null,"question":{},"roles":[],"rules":{"chairs":0,"chairs_by_group":false,"chairs_most":10,"open_chairs":0,"case_giver_chairs":0,"take_free":false,"tap_in":false,"queue":true,"leave":true,"group_by":"none","queue_order":"not_yet_spoken_first","call_timeout_s":30,"turn_guide_s":180,"leave_prompt_s":60,"idle_chair_s":45,"starters":2,"reactions":"facilitator","projector":"roles","smallest_group":5,"swap_chairs":true},"what_if":""},{"id":"harvest","kind":"harvest","title":{"nl":"harvest"},"planned_s":600,"variant":null,"question":{},"roles":[],"rules":{"chairs":0,"chairs_by_group":false,"chairs_most":10,"open_chairs":0,"case_giver_chairs":0,"take_free":false,"tap_in":false,"queue":true,"leave":true,"group_by":"none","queue_order":"not_yet_spoken_first","call_timeout_s":30,"turn_guide_s":180,"leave_prompt_s":60,"idle_chair_s":45,"starters":2,"reactions":"facilitator","projector":"roles","smallest_group":5,"swap_chairs":true},"what_if":""}],"statements":[{"id":"s1","text":{"nl":"Stelling 1"},"item":"vote","source":"","source_id":""},{"id":"s2","text":{"nl":"Stelling 2"},"item":"vote","source":"","source_id":""},{"id":"s3","text":{"nl":"Stelling 3"},"item":"vote","source":"","source_id":""}],"subtitle":"","series":"","address":"u"}}',1,'',0);
INSERT INTO "journal" VALUES('7343beece3fc63d5c1f6',2,1790000000.0,'lobby_opened','c1','{}',1,'',0);
INSERT INTO "journal" VALUES('7343beece3fc63d5c1f6',3,1790000000.0,'session_started','c1','{}',1,'',1);
INSERT INTO "journal" VALUES('7343beece3fc63d5c1f6',4,1790000000.0,'control_taken','c1','{"console":"c1"}',1,'',2);
INSERT INTO "journal" VALUES('7343beece3fc63d5c1f6',5,1790000000.0,'joined','','{"person":"p1","role":"resident","alias":"Merel","consent":{"votes":true,"words":true,"story":true}}',1,'',0);
INSERT INTO "journal" VALUES('7343beece3fc63d5c1f6',6,1790000000.0,'joined','','{"person":"p2","role":"professional","alias":"Reiger","consent":{"votes":true,"words":true,"story":true}}',1,'',0);
INSERT INTO "journal" VALUES('7343beece3fc63d5c1f6',7,1790000000.0,'joined','','{"person":"p3","role":"civil","alias":"Mus","consent":{"votes":true,"words":true,"story":true}}',1,'',0);
INSERT INTO "journal" VALUES('7343beece3fc63d5c1f6',8,1790000000.0,'joined','','{"person":"p4","role":"resident","alias":"Ekster","consent":{"votes":true,"words":true,"story":true}}',1,'',0);
INSERT INTO "journal" VALUES('7343beece3fc63d5c1f6',9,1790000000.0,'joined','','{"person":"p5","role":"professional","alias":"Gaai","consent":{"votes":true,"words":true,"story":true}}',1,'',0);
INSERT INTO "journal" VALUES('7343beece3fc63d5c1f6',10,1790000000.0,'joined','','{"person":"p6","role":"civil","alias":"Kievit","consent":{"votes":true,"words":true,"story":true}}',1,'',0);
INSERT INTO "journal" VALUES('7343beece3fc63d5c1f6',11,1790000000.0,'joined','','{"person":"p7","role":"resident","alias":"Uil","consent":{"votes":true,"words":true,"story":true}}',1,'',0);
INSERT INTO "journal" VALUES('7343beece3fc63d5c1f6',12,1790000000.0,'joined','','{"person":"p8","role":"professional","alias":"Zwaluw","consent":{"votes":true,"words":true,"story":true}}',1,'',0);
INSERT INTO "journal" VALUES('7343beece3fc63d5c1f6',13,1790000000.0,'joined','','{"person":"p9","role":"civil","alias":"Spreeuw","consent":{"votes":true,"words":true,"story":true}}',1,'',0);
INSERT INTO "journal" VALUES('7343beece3fc63d5c1f6',14,1790000000.0,'joined','','{"person":"p10","role":"resident","alias":"Roodborst","consent":{"votes":true,"words":true,"story":true}}',1,'',0);
INSERT INTO "journal" VALUES('7343beece3fc63d5c1f6',15,1790000000.0,'joined','','{"person":"p11","role":"professional","alias":"Fuut","consent":{"votes":true,"words":true,"story":true}}',1,'',0);
INSERT INTO "journal" VALUES('7343beece3fc63d5c1f6',16,1790000000.0,'joined','','{"person":"p12","role":"civil","alias":"Koolmees","consent":{"votes":true,"words":true,"story":true}}',1,'',0);
INSERT INTO "journal" VALUES('7343beece3fc63d5c1f6',17,1790000060.0,'item_started','c1','{"item":"open"}',1,'',0);
INSERT INTO "journal" VALUES('7343beece3fc63d5c1f6',18,1790000060.0,'circle_formed','c1','{"chairs":["regular","regular","regular","regular","open"],"roles":[]}',1,'',1);
INSERT INTO "journal" VALUES('7343beece3fc63d5c1f6',19,1790000060.0,'sat','p1','{"person":"p1","chair":1}',1,'take-0',0);
INSERT INTO "journal" VALUES('7343beece3fc63d5c1f6',20,1790000065.0,'sat','p2','{"person":"p2","chair":2}',1,'take-1',0);
INSERT INTO "journal" VALUES('7343beece3fc63d5c1f6',21,1790000070.0,'sat','p3','{"person":"p3","chair":3}',1,'take-2',0);
INSERT INTO "journal" VALUES('7343beece3fc63d5c1f6',22,1790000075.0,'sat','p4','{"person":"p4","chair":4}',1,'take-3',0);
INSERT INTO "journal" VALUES('7343beece3fc63d5c1f6',23,1790000080.0,'word_given','c1','{"person":"p1"}',1,'',0);
INSERT INTO "journal" VALUES('7343beece3fc63d5c1f6',24,1790000125.0,'asked','p6','{"person":"p6","at_head":false}',1,'',0);
INSERT INTO "journal" VALUES('7343beece3fc63d5c1f6',25,1790000120.0,'reacted','','{"kind":"touched"}',1,'',0);
INSERT INTO "journal" VALUES('7343beece3fc63d5c1f6',26,1790000125.0,'called','c1','{"person":"p6","chair":5}',1,'',0);
INSERT INTO "journal" VALUES('7343beece3fc63d5c1f6',27,1790000135.0,'paused','c1','{}',1,'',0);
INSERT INTO "journal" VALUES('7343beece3fc63d5c1f6',28,1790000165.0,'resumed','c1','{}',1,'',0);
INSERT INTO "journal" VALUES('7343beece3fc63d5c1f6',29,1790000165.0,'contributed','p1','{"contribution":"h29","kind":"insight","words":"w29","person":"p1"}',1,'words-1',0);
INSERT INTO "journal" VALUES('7343beece3fc63d5c1f6',30,1790000165.0,'contributed','p2','{"contribution":"h30","kind":"question","words":"w30","person":"p2"}',1,'words-2',0);
INSERT INTO "journal" VALUES('7343beece3fc63d5c1f6',31,1790000165.0,'contribution_shown','c1','{"contribution":"h29"}',1,'',0);
INSERT INTO "journal" VALUES('7343beece3fc63d5c1f6',32,1790000165.0,'words_withdrawn','p1','{"words":["w29"]}',1,'',0);
INSERT INTO "journal" VALUES('7343beece3fc63d5c1f6',33,1790000255.0,'contributed','c1','{"contribution":"h33","kind":"commitment","words":"w33","person":""}',1,'',0);
INSERT INTO "journal" VALUES('7343beece3fc63d5c1f6',34,1790000315.0,'redacted','','{}',1,'',0);
INSERT INTO "journal" VALUES('7343beece3fc63d5c1f6',35,1790000315.0,'struck','c1','{"since":1790000310.0}',1,'',0);
INSERT INTO "journal" VALUES('7343beece3fc63d5c1f6',36,1790000315.0,'words_withdrawn','c1','{"words":["w34"]}',1,'',1);
INSERT INTO "journal" VALUES('7343beece3fc63d5c1f6',37,1790000315.0,'sat','c1','{"person":"p8","chair":5}',1,'',0);
INSERT INTO "journal" VALUES('7343beece3fc63d5c1f6',38,1790000315.0,'leave_asked','c1','{}',1,'',1);
INSERT INTO "journal" VALUES('7343beece3fc63d5c1f6',39,1790000315.0,'undone','c1','{"action":37}',1,'',0);
INSERT INTO "journal" VALUES('7343beece3fc63d5c1f6',40,1790000315.0,'consent_changed','p3','{"person":"p3","consent":{"votes":true,"words":false,"story":false}}',1,'',0);
INSERT INTO "journal" VALUES('7343beece3fc63d5c1f6',41,1790000315.0,'item_ended','c1','{"item":"open"}',1,'',0);
INSERT INTO "journal" VALUES('7343beece3fc63d5c1f6',42,1790000315.0,'item_started','c1','{"item":"roles"}',1,'',1);
INSERT INTO "journal" VALUES('7343beece3fc63d5c1f6',43,1790000315.0,'swapped','c1','{"roles":["resident"],"chairs":["regular","regular","regular","regular","regular","regular"],"seated":{"1":"p1","2":"p4","3":"p7","4":"p10"},"second_row":[],"group":0}',1,'',2);
INSERT INTO "journal" VALUES('7343beece3fc63d5c1f6',44,1790000315.0,'swapped','c1','{"roles":["resident"],"chairs":["regular","regular","regular","regular","regular","regular"],"seated":{"1":"p1","2":"p4","3":"p7","4":"p10"},"second_row":[],"group":0}',1,'',0);
INSERT INTO "journal" VALUES('7343beece3fc63d5c1f6',45,1790000435.0,'item_ended','c1','{"item":"roles"}',1,'',0);
INSERT INTO "journal" VALUES('7343beece3fc63d5c1f6',46,1790000435.0,'item_started','c1','{"item":"vote"}',1,'',1);
INSERT INTO "journal" VALUES('7343beece3fc63d5c1f6',47,1790000435.0,'statement_opened','c1','{"statement":"s1","eligible":12}',1,'',0);
INSERT INTO "journal" VALUES('7343beece3fc63d5c1f6',48,1790000435.0,'counts_entered','c1','{"statement":"s1","role":"resident","counts":{"agree":6,"disagree":0,"dont_know":0,"skip":0},"mode":"hands"}',1,'',0);
INSERT INTO "journal" VALUES('7343beece3fc63d5c1f6',49,1790000435.0,'statement_closed','c1','{"statement":"s1","totals":{"agree":15,"disagree":3,"dont_know":0,"skip":0},"groups":[{"roles":["resident"],"counts":{"agree":9,"disagree":1,"dont_know":0}},{"roles":["professional","civil"],"counts":{"agree":6,"disagree":2,"dont_know":0}}],"batches":[{"statement":"s1","role":"resident","counts":{"agree":6,"disagree":0,"dont_know":0,"skip":0},"mode":"hands","type":"counts_entered"}],"struck":false}',1,'',0);
INSERT INTO "journal" VALUES('7343beece3fc63d5c1f6',50,1790000435.0,'statement_revealed','c1','{"statement":"s1"}',1,'',0);
INSERT INTO "journal" VALUES('7343beece3fc63d5c1f6',51,1790000435.0,'statement_opened','c1','{"statement":"s2","eligible":12}',1,'',0);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',1,1790000000.0,'prepared','organiser','{"code":"5KWBHX","plan":{"title":"Avond","language":"nl","roles":[{"key":"resident","label":{"nl":"Bewoner","en":"Resident"},"plural":{"nl":"bewoners","en":"residents"},"reason":{"nl":"Ik woon in de buurt","en":"I live in the neighbourhood"},"shape":"circle","color":"#0F6CBD"},{"key":"confidant","label":{"nl":"Vertrouwenspersoon","en":"Vertrouwenspersoon"},"plural":{"nl":"vertrouwenspersonen","en":"vertrouwenspersonen"},"reason":{"nl":"Ik ben vertrouwenspersoon","en":"I am a vertrouwenspersoon"},"shape":"diamond","color":"#A4262C"},{"key":"professional","label":{"nl":"Beroepskracht","en":"Professional"},"plural":{"nl":"beroepskrachten","en":"professionals"},"reason":{"nl":"Ik werk bij een organisatie","en":"I work for an organisation"},"shape":"square","color":"#4F7A28"},{"key":"civil","label":{"nl":"Ambtenaar","en":"Civil servant"},"plural":{"nl":"ambtenaren","en":"civil servants"},"reason":{"nl":"Ik werk bij de gemeente","en":"I work for the city"},"shape":"triangle","color":"#6B3FA0"},{"key":"researcher","label":{"nl":"Onderzoeker","en":"Researcher"},"plural":{"nl":"onderzoekers","en":"researchers"},"reason":{"nl":"Ik doe onderzoek","en":"I do research"},"shape":"hexagon","color":"#80622A"},{"key":"unsaid","label":{"nl":"Zonder rol","en":"No role given"},"plural":{"nl":"mensen zonder rol","en":"people without a role"},"reason":{"nl":"Dat zeg ik liever niet","en":"I would rather not say"},"shape":"ring","color":"#5C6B70"}],"items":[{"id":"in","kind":"check_in","title":{"nl":"in"},"planned_s":600,"variant":null,"question":{},"roles":[],"rules":{"chairs":0,"chairs_by_group":false,"chairs_most":10,"open_chairs":0,"case_giver_chairs":0,"take_free":false,"tap_in":false,"queue":true,"leave":true,"group_by":"none","queue_order":"not_yet_spoken_first","call_timeout_s":30,"turn_guide_s":180,"leave_prompt_s":60,"idle_chair_s":45,"starters":2,"reactions":"facilitator","projector":"roles","smallest_group":5,"swap_chairs":true},"what_if":""},{"id":"open","kind":"circle","title":{"nl":"open"},"planned_s":900,"variant":"open_chair","question":{},"roles":[],"rules":{"chairs":5,"chairs_by_group":false,"chairs_most":10,"open_chairs":1,"case_giver_chairs":0,"take_free":true,"tap_in":false,"queue":true,"leave":true,"group_by":"none","queue_order":"not_yet_spoken_first","call_timeout_s":30,"turn_guide_s":180,"leave_prompt_s":60,"idle_chair_s":45,"starters":2,"reactions":"facilitator","projector":"roles","smallest_group":5,"swap_chairs":true},"what_if":""},{"id":"roles","kind":"circle","title":{"nl":"roles"},"planned_s":1200,"variant":"role_round","question":{},"roles":["resident"],"rules":{"chairs":6,"chairs_by_group":true,"chairs_most":10,"open_chairs":0,"case_giver_chairs":0,"take_free":true,"tap_in":false,"queue":false,"leave":true,"group_by":"role","queue_order":"not_yet_spoken_first","call_timeout_s":30,"turn_guide_s":180,"leave_prompt_s":60,"idle_chair_s":45,"starters":2,"reactions":"facilitator","projector":"roles","smallest_group":5,"swap_chairs":true},"what_if":""},{"id":"back","kind":"listen_back","title":{"nl":"back"},"planned_s":600,"variant":null,"question":{},"roles":[],"rules":{"chairs":5,"chairs_by_group":false,"chairs_most":10,"open_chairs":0,"case_giver_chairs":0,"take_free":false,"tap_in":false,"queue":true,"leave":true,"group_by":"none","queue_order":"not_yet_spoken_first","call_timeout_s":30,"turn_guide_s":180,"leave_prompt_s":60,"idle_chair_s":45,"starters":2,"reactions":"facilitator","projector":"roles","smallest_group":5,"swap_chairs":true},"what_if":""},{"id":"closed","kind":"circle","title":{"nl":"closed"},"planned_s":600,"variant":"closed_rotation","question":{},"roles":[],"rules":{"chairs":5,"chairs_by_group":false,"chairs_most":10,"open_chairs":0,"case_giver_chairs":0,"take_free":false,"tap_in":false,"queue":false,"leave":true,"group_by":"count","queue_order":"not_yet_spoken_first","call_timeout_s":30,"turn_guide_s":180,"leave_prompt_s":60,"idle_chair_s":45,"starters":2,"reactions":"facilitator","projector":"roles","smallest_group":5,"swap_chairs":true},"what_if":""},{"id":"tap","kind":"circle","title":{"nl":"tap"},"planned_s":600,"variant":"tap_in","question":{},"roles":[],"rules":{"chairs":5,"chairs_by_group":false,"chairs_most":10,"open_chairs":0,"case_giver_chairs":0,"take_free":true,"tap_in":true,"queue":false,"leave":true,"group_by":"none","queue_order":"not_yet_spoken_first","call_timeout_s":30,"turn_guide_s":180,"leave_prompt_s":60,"idle_chair_s":45,"starters":2,"reactions":"facilitator","projector":"roles","smallest_group":5,"swap_chairs":true},"what_if":""},{"id":"vote","kind":"vote","title":{"nl":"vote"},"planned_s":600,"variant":null,"question":{},"roles":[],"rules":{"chairs":0,"chairs_by_group":false,"chairs_most":10,"open_chairs":0,"case_giver_chairs":0,"take_free":false,"tap_in":false,"queue":true,"leave":true,"group_by":"none","queue_order":"not_yet_spoken_first","call_timeout_s":30,"turn_guide_s":180,"leave_prompt_s":60,"idle_chair_s":45,"starters":2,"reactions":"facilitator","projector":"roles","smallest_group":5,"swap_chairs":true},"what_if":""},{"id":"harvest","kind":"harvest","title":{"nl":"harvest"},"planned_s":600,"variant":null,"question":{},"roles":[],"rules":{"chairs":0,"chairs_by_group":false,"chairs_most":10,"open_chairs":0,"case_giver_chairs":0,"take_free":false,"tap_in":false,"queue":true,"leave":true,"group_by":"none","queue_order":"not_yet_spoken_first","call_timeout_s":30,"turn_guide_s":180,"leave_prompt_s":60,"idle_chair_s":45,"starters":2,"reactions":"facilitator","projector":"roles","smallest_group":5,"swap_chairs":true},"what_if":""}],"statements":[{"id":"s1","text":{"nl":"Stelling 1"},"item":"vote","source":"","source_id":""},{"id":"s2","text":{"nl":"Stelling 2"},"item":"vote","source":"","source_id":""},{"id":"s3","text":{"nl":"Stelling 3"},"item":"vote","source":"","source_id":""}],"subtitle":"","series":"","address":"u"}}',1,'',0);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',2,1790000000.0,'lobby_opened','c1','{}',1,'',0);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',3,1790000000.0,'session_started','c1','{}',1,'',1);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',4,1790000000.0,'control_taken','c1','{"console":"c1"}',1,'',2);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',5,1790000000.0,'joined','','{"person":"p1","role":"resident","alias":"Merel","consent":{"votes":true,"words":true,"story":true}}',1,'',0);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',6,1790000000.0,'joined','','{"person":"p2","role":"professional","alias":"Reiger","consent":{"votes":true,"words":true,"story":true}}',1,'',0);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',7,1790000000.0,'joined','','{"person":"p3","role":"civil","alias":"Mus","consent":{"votes":true,"words":true,"story":true}}',1,'',0);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',8,1790000000.0,'joined','','{"person":"p4","role":"resident","alias":"Ekster","consent":{"votes":true,"words":true,"story":true}}',1,'',0);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',9,1790000000.0,'joined','','{"person":"p5","role":"professional","alias":"Gaai","consent":{"votes":true,"words":true,"story":true}}',1,'',0);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',10,1790000000.0,'joined','','{"person":"p6","role":"civil","alias":"Kievit","consent":{"votes":true,"words":true,"story":true}}',1,'',0);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',11,1790000000.0,'joined','','{"person":"p7","role":"resident","alias":"Uil","consent":{"votes":true,"words":true,"story":true}}',1,'',0);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',12,1790000000.0,'joined','','{"person":"p8","role":"professional","alias":"Zwaluw","consent":{"votes":true,"words":true,"story":true}}',1,'',0);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',13,1790000000.0,'joined','','{"person":"p9","role":"civil","alias":"Spreeuw","consent":{"votes":true,"words":true,"story":true}}',1,'',0);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',14,1790000000.0,'joined','','{"person":"p10","role":"resident","alias":"Roodborst","consent":{"votes":true,"words":true,"story":true}}',1,'',0);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',15,1790000000.0,'joined','','{"person":"p11","role":"professional","alias":"Fuut","consent":{"votes":true,"words":true,"story":true}}',1,'',0);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',16,1790000000.0,'joined','','{"person":"p12","role":"civil","alias":"Koolmees","consent":{"votes":true,"words":true,"story":true}}',1,'',0);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',17,1790000060.0,'item_started','c1','{"item":"open"}',1,'',0);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',18,1790000060.0,'circle_formed','c1','{"chairs":["regular","regular","regular","regular","open"],"roles":[]}',1,'',1);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',19,1790000060.0,'sat','p1','{"person":"p1","chair":1}',1,'take-0',0);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',20,1790000065.0,'sat','p2','{"person":"p2","chair":2}',1,'take-1',0);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',21,1790000070.0,'sat','p3','{"person":"p3","chair":3}',1,'take-2',0);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',22,1790000075.0,'sat','p4','{"person":"p4","chair":4}',1,'take-3',0);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',23,1790000080.0,'word_given','c1','{"person":"p1"}',1,'',0);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',24,1790000125.0,'asked','p6','{"person":"p6","at_head":false}',1,'',0);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',25,1790000120.0,'reacted','','{"kind":"touched"}',1,'',0);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',26,1790000125.0,'called','c1','{"person":"p6","chair":5}',1,'',0);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',27,1790000135.0,'paused','c1','{}',1,'',0);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',28,1790000165.0,'resumed','c1','{}',1,'',0);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',29,1790000165.0,'contributed','p1','{"contribution":"h29","kind":"insight","words":"w29","person":"p1"}',1,'words-1',0);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',30,1790000165.0,'contributed','p2','{"contribution":"h30","kind":"question","words":"w30","person":"p2"}',1,'words-2',0);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',31,1790000165.0,'contribution_shown','c1','{"contribution":"h29"}',1,'',0);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',32,1790000165.0,'words_withdrawn','p1','{"words":["w29"]}',1,'',0);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',33,1790000255.0,'contributed','c1','{"contribution":"h33","kind":"commitment","words":"w33","person":""}',1,'',0);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',34,1790000315.0,'redacted','','{}',1,'',0);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',35,1790000315.0,'struck','c1','{"since":1790000310.0}',1,'',0);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',36,1790000315.0,'words_withdrawn','c1','{"words":["w34"]}',1,'',1);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',37,1790000315.0,'sat','c1','{"person":"p8","chair":5}',1,'',0);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',38,1790000315.0,'leave_asked','c1','{}',1,'',1);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',39,1790000315.0,'undone','c1','{"action":37}',1,'',0);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',40,1790000315.0,'consent_changed','p3','{"person":"p3","consent":{"votes":true,"words":false,"story":false}}',1,'',0);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',41,1790000315.0,'item_ended','c1','{"item":"open"}',1,'',0);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',42,1790000315.0,'item_started','c1','{"item":"roles"}',1,'',1);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',43,1790000315.0,'swapped','c1','{"roles":["resident"],"chairs":["regular","regular","regular","regular","regular","regular"],"seated":{"1":"p1","2":"p4","3":"p7","4":"p10"},"second_row":[],"group":0}',1,'',2);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',44,1790000315.0,'swapped','c1','{"roles":["resident"],"chairs":["regular","regular","regular","regular","regular","regular"],"seated":{"1":"p1","2":"p4","3":"p7","4":"p10"},"second_row":[],"group":0}',1,'',0);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',45,1790000435.0,'item_ended','c1','{"item":"roles"}',1,'',0);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',46,1790000435.0,'item_started','c1','{"item":"vote"}',1,'',1);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',47,1790000435.0,'statement_opened','c1','{"statement":"s1","eligible":12}',1,'',0);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',48,1790000435.0,'counts_entered','c1','{"statement":"s1","role":"resident","counts":{"agree":6,"disagree":0,"dont_know":0,"skip":0},"mode":"hands"}',1,'',0);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',49,1790000435.0,'statement_closed','c1','{"statement":"s1","totals":{"agree":15,"disagree":3,"dont_know":0,"skip":0},"groups":[{"roles":["resident"],"counts":{"agree":9,"disagree":1,"dont_know":0}},{"roles":["professional","civil"],"counts":{"agree":6,"disagree":2,"dont_know":0}}],"batches":[{"statement":"s1","role":"resident","counts":{"agree":6,"disagree":0,"dont_know":0,"skip":0},"mode":"hands","type":"counts_entered"}],"struck":false}',1,'',0);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',50,1790000435.0,'statement_revealed','c1','{"statement":"s1"}',1,'',0);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',51,1790000435.0,'statement_opened','c1','{"statement":"s2","eligible":12}',1,'',0);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',52,1790000435.0,'statement_closed','c1','{"statement":"s2","totals":{"agree":1,"disagree":0,"dont_know":6,"skip":0},"groups":[],"batches":[],"struck":false}',1,'',0);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',53,1790000435.0,'item_ended','c1','{"item":"vote"}',1,'',0);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',54,1790000435.0,'session_closed','c1','{}',1,'',1);
INSERT INTO "journal" VALUES('7e0579c344a449e559b8',55,1790000435.0,'session_released','c1','{}',1,'',0);
INSERT INTO "journal" VALUES('da40e3ddef5e3cd462c0',1,1790000000.0,'prepared','organiser','{"code":"RA2FFA","plan":{"title":"Avond","language":"nl","roles":[{"key":"resident","label":{"nl":"Bewoner","en":"Resident"},"plural":{"nl":"bewoners","en":"residents"},"reason":{"nl":"Ik woon in de buurt","en":"I live in the neighbourhood"},"shape":"circle","color":"#0F6CBD"},{"key":"confidant","label":{"nl":"Vertrouwenspersoon","en":"Vertrouwenspersoon"},"plural":{"nl":"vertrouwenspersonen","en":"vertrouwenspersonen"},"reason":{"nl":"Ik ben vertrouwenspersoon","en":"I am a vertrouwenspersoon"},"shape":"diamond","color":"#A4262C"},{"key":"professional","label":{"nl":"Beroepskracht","en":"Professional"},"plural":{"nl":"beroepskrachten","en":"professionals"},"reason":{"nl":"Ik werk bij een organisatie","en":"I work for an organisation"},"shape":"square","color":"#4F7A28"},{"key":"civil","label":{"nl":"Ambtenaar","en":"Civil servant"},"plural":{"nl":"ambtenaren","en":"civil servants"},"reason":{"nl":"Ik werk bij de gemeente","en":"I work for the city"},"shape":"triangle","color":"#6B3FA0"},{"key":"researcher","label":{"nl":"Onderzoeker","en":"Researcher"},"plural":{"nl":"onderzoekers","en":"researchers"},"reason":{"nl":"Ik doe onderzoek","en":"I do research"},"shape":"hexagon","color":"#80622A"},{"key":"unsaid","label":{"nl":"Zonder rol","en":"No role given"},"plural":{"nl":"mensen zonder rol","en":"people without a role"},"reason":{"nl":"Dat zeg ik liever niet","en":"I would rather not say"},"shape":"ring","color":"#5C6B70"}],"items":[{"id":"in","kind":"check_in","title":{"nl":"in"},"planned_s":600,"variant":null,"question":{},"roles":[],"rules":{"chairs":0,"chairs_by_group":false,"chairs_most":10,"open_chairs":0,"case_giver_chairs":0,"take_free":false,"tap_in":false,"queue":true,"leave":true,"group_by":"none","queue_order":"not_yet_spoken_first","call_timeout_s":30,"turn_guide_s":180,"leave_prompt_s":60,"idle_chair_s":45,"starters":2,"reactions":"facilitator","projector":"roles","smallest_group":5,"swap_chairs":true},"what_if":""},{"id":"open","kind":"circle","title":{"nl":"open"},"planned_s":900,"variant":"open_chair","question":{},"roles":[],"rules":{"chairs":5,"chairs_by_group":false,"chairs_most":10,"open_chairs":1,"case_giver_chairs":0,"take_free":true,"tap_in":false,"queue":true,"leave":true,"group_by":"none","queue_order":"not_yet_spoken_first","call_timeout_s":30,"turn_guide_s":180,"leave_prompt_s":60,"idle_chair_s":45,"starters":2,"reactions":"facilitator","projector":"roles","smallest_group":5,"swap_chairs":true},"what_if":""},{"id":"roles","kind":"circle","title":{"nl":"roles"},"planned_s":1200,"variant":"role_round","question":{},"roles":["resident"],"rules":{"chairs":6,"chairs_by_group":true,"chairs_most":10,"open_chairs":0,"case_giver_chairs":0,"take_free":true,"tap_in":false,"queue":false,"leave":true,"group_by":"role","queue_order":"not_yet_spoken_first","call_timeout_s":30,"turn_guide_s":180,"leave_prompt_s":60,"idle_chair_s":45,"starters":2,"reactions":"facilitator","projector":"roles","smallest_group":5,"swap_chairs":true},"what_if":""},{"id":"back","kind":"listen_back","title":{"nl":"back"},"planned_s":600,"variant":null,"question":{},"roles":[],"rules":{"chairs":5,"chairs_by_group":false,"chairs_most":10,"open_chairs":0,"case_giver_chairs":0,"take_free":false,"tap_in":false,"queue":true,"leave":true,"group_by":"none","queue_order":"not_yet_spoken_first","call_timeout_s":30,"turn_guide_s":180,"leave_prompt_s":60,"idle_chair_s":45,"starters":2,"reactions":"facilitator","projector":"roles","smallest_group":5,"swap_chairs":true},"what_if":""},{"id":"closed","kind":"circle","title":{"nl":"closed"},"planned_s":600,"variant":"closed_rotation","question":{},"roles":[],"rules":{"chairs":5,"chairs_by_group":false,"chairs_most":10,"open_chairs":0,"case_giver_chairs":0,"take_free":false,"tap_in":false,"queue":false,"leave":true,"group_by":"count","queue_order":"not_yet_spoken_first","call_timeout_s":30,"turn_guide_s":180,"leave_prompt_s":60,"idle_chair_s":45,"starters":2,"reactions":"facilitator","projector":"roles","smallest_group":5,"swap_chairs":true},"what_if":""},{"id":"tap","kind":"circle","title":{"nl":"tap"},"planned_s":600,"variant":"tap_in","question":{},"roles":[],"rules":{"chairs":5,"chairs_by_group":false,"chairs_most":10,"open_chairs":0,"case_giver_chairs":0,"take_free":true,"tap_in":true,"queue":false,"leave":true,"group_by":"none","queue_order":"not_yet_spoken_first","call_timeout_s":30,"turn_guide_s":180,"leave_prompt_s":60,"idle_chair_s":45,"starters":2,"reactions":"facilitator","projector":"roles","smallest_group":5,"swap_chairs":true},"what_if":""},{"id":"vote","kind":"vote","title":{"nl":"vote"},"planned_s":600,"variant":null,"question":{},"roles":[],"rules":{"chairs":0,"chairs_by_group":false,"chairs_most":10,"open_chairs":0,"case_giver_chairs":0,"take_free":false,"tap_in":false,"queue":true,"leave":true,"group_by":"none","queue_order":"not_yet_spoken_first","call_timeout_s":30,"turn_guide_s":180,"leave_prompt_s":60,"idle_chair_s":45,"starters":2,"reactions":"facilitator","projector":"roles","smallest_group":5,"swap_chairs":true},"what_if":""},{"id":"harvest","kind":"harvest","title":{"nl":"harvest"},"planned_s":600,"variant":null,"question":{},"roles":[],"rules":{"chairs":0,"chairs_by_group":false,"chairs_most":10,"open_chairs":0,"case_giver_chairs":0,"take_free":false,"tap_in":false,"queue":true,"leave":true,"group_by":"none","queue_order":"not_yet_spoken_first","call_timeout_s":30,"turn_guide_s":180,"leave_prompt_s":60,"idle_chair_s":45,"starters":2,"reactions":"facilitator","projector":"roles","smallest_group":5,"swap_chairs":true},"what_if":""}],"statements":[{"id":"s1","text":{"nl":"Stelling 1"},"item":"vote","source":"","source_id":""},{"id":"s2","text":{"nl":"Stelling 2"},"item":"vote","source":"","source_id":""},{"id":"s3","text":{"nl":"Stelling 3"},"item":"vote","source":"","source_id":""}],"subtitle":"","series":"","address":"u"}}',1,'',0);
CREATE TABLE login (
	token_hash VARCHAR NOT NULL, 
	organiser VARCHAR NOT NULL, 
	expires_at FLOAT NOT NULL, 
	CONSTRAINT pk_login PRIMARY KEY (token_hash), 
	CONSTRAINT fk_login_organiser FOREIGN KEY(organiser) REFERENCES organiser (id) ON DELETE CASCADE
);
INSERT INTO "login" VALUES('aeef57c430b185aab4e8210e673cec84287791676bb3c061ff08ca7374b9ba0d','a9a9e7fa67489bf6',4943600000.0);
CREATE TABLE organiser (
	id VARCHAR NOT NULL, 
	name TEXT NOT NULL, 
	folded TEXT NOT NULL, 
	password TEXT NOT NULL, 
	created_at FLOAT NOT NULL, 
	CONSTRAINT pk_organiser PRIMARY KEY (id), 
	CONSTRAINT uq_organiser_folded UNIQUE (folded)
);
INSERT INTO "organiser" VALUES('a9a9e7fa67489bf6','Organisator','organisator','$argon2id$v=19$m=65536,t=3,p=4$oS8OnbOaK/MAdQ6WuC1Ysg$+Ieab+SohRvPa/z8t6/lS7VITMbtqQnpuqJ1Ve8aLMA',1790000000.0);
CREATE TABLE phone (
	session VARCHAR NOT NULL, 
	key_hash VARCHAR NOT NULL, 
	person VARCHAR NOT NULL, 
	CONSTRAINT pk_phone PRIMARY KEY (session, key_hash), 
	CONSTRAINT fk_phone_session FOREIGN KEY(session) REFERENCES session (id) ON DELETE CASCADE
);
INSERT INTO "phone" VALUES('7343beece3fc63d5c1f6','7b18bb7ce03e35c56cead11ac9b53e5e55d2f08f0a9daf28ec50316d02f3ca4d','p1');
INSERT INTO "phone" VALUES('7343beece3fc63d5c1f6','70406edcf27ac52ee0a670396da0f4d34eac40477d963586dcc873da154bdc5d','p2');
INSERT INTO "phone" VALUES('7343beece3fc63d5c1f6','c23cfac4f56c8c2aea89f64e0cffccd97957f2c2a922fa17d4e3034ff1bd93aa','p3');
INSERT INTO "phone" VALUES('7343beece3fc63d5c1f6','42d808887b3d1d032b96316c014942c131acdef4ee700f3c10207691c8137162','p4');
INSERT INTO "phone" VALUES('7343beece3fc63d5c1f6','81f78067757b45d1a9f3441387bf64ffd03d059bdaedf3be708e036f86bbf509','p5');
INSERT INTO "phone" VALUES('7343beece3fc63d5c1f6','01b9f2cb996834193cc91f8c798466481e8f355f634e72402ecfb6d15e9aadd5','p6');
INSERT INTO "phone" VALUES('7343beece3fc63d5c1f6','4d322f261dbcd9f6a3640ccd35f13506c02b7244cb3bf08091bc5ac829aff5e0','p7');
INSERT INTO "phone" VALUES('7343beece3fc63d5c1f6','db7e85d910e63c75c9fbe6235cdf71a074b8da89e46abb1563d6a171c62788d2','p8');
INSERT INTO "phone" VALUES('7343beece3fc63d5c1f6','50db44a95ddaeeea8315f9e0f5e951a107195ed64f503caba554170f468b8b01','p9');
INSERT INTO "phone" VALUES('7343beece3fc63d5c1f6','ed2a972369aeab0ce7af077e52a44be2e2666716e5ea51ac6f13850fb662df96','p10');
INSERT INTO "phone" VALUES('7343beece3fc63d5c1f6','4fb70b74f7d23de40d777fbe1bd79d0d4d5fb2dd67e0c95f28d791ea85b2d239','p11');
INSERT INTO "phone" VALUES('7343beece3fc63d5c1f6','24589639f2ee7facc1f4224b9f2915a47a780431e970dbeb501a86c92cc9585d','p12');
INSERT INTO "phone" VALUES('7e0579c344a449e559b8','7b18bb7ce03e35c56cead11ac9b53e5e55d2f08f0a9daf28ec50316d02f3ca4d','p1');
INSERT INTO "phone" VALUES('7e0579c344a449e559b8','70406edcf27ac52ee0a670396da0f4d34eac40477d963586dcc873da154bdc5d','p2');
INSERT INTO "phone" VALUES('7e0579c344a449e559b8','c23cfac4f56c8c2aea89f64e0cffccd97957f2c2a922fa17d4e3034ff1bd93aa','p3');
INSERT INTO "phone" VALUES('7e0579c344a449e559b8','42d808887b3d1d032b96316c014942c131acdef4ee700f3c10207691c8137162','p4');
INSERT INTO "phone" VALUES('7e0579c344a449e559b8','81f78067757b45d1a9f3441387bf64ffd03d059bdaedf3be708e036f86bbf509','p5');
INSERT INTO "phone" VALUES('7e0579c344a449e559b8','01b9f2cb996834193cc91f8c798466481e8f355f634e72402ecfb6d15e9aadd5','p6');
INSERT INTO "phone" VALUES('7e0579c344a449e559b8','4d322f261dbcd9f6a3640ccd35f13506c02b7244cb3bf08091bc5ac829aff5e0','p7');
INSERT INTO "phone" VALUES('7e0579c344a449e559b8','db7e85d910e63c75c9fbe6235cdf71a074b8da89e46abb1563d6a171c62788d2','p8');
INSERT INTO "phone" VALUES('7e0579c344a449e559b8','50db44a95ddaeeea8315f9e0f5e951a107195ed64f503caba554170f468b8b01','p9');
INSERT INTO "phone" VALUES('7e0579c344a449e559b8','ed2a972369aeab0ce7af077e52a44be2e2666716e5ea51ac6f13850fb662df96','p10');
INSERT INTO "phone" VALUES('7e0579c344a449e559b8','4fb70b74f7d23de40d777fbe1bd79d0d4d5fb2dd67e0c95f28d791ea85b2d239','p11');
INSERT INTO "phone" VALUES('7e0579c344a449e559b8','24589639f2ee7facc1f4224b9f2915a47a780431e970dbeb501a86c92cc9585d','p12');
CREATE TABLE session (
	id VARCHAR NOT NULL, 
	code VARCHAR NOT NULL, 
	title TEXT NOT NULL, 
	state VARCHAR NOT NULL, 
	owner TEXT, 
	created_at FLOAT NOT NULL, 
	opened_at FLOAT, 
	closed_at FLOAT, 
	people INTEGER NOT NULL, 
	seq BIGINT NOT NULL, 
	stage_key VARCHAR NOT NULL, 
	console_key VARCHAR NOT NULL, 
	CONSTRAINT pk_session PRIMARY KEY (id), 
	CONSTRAINT uq_session_code UNIQUE (code)
);
INSERT INTO "session" VALUES('7343beece3fc63d5c1f6','H7MKYT','Avond','live',NULL,1790000000.0,1790000000.0,NULL,12,51,'8cf7146291c09732f6a4b7b80a5177fa2e433fe8b9c931bab6ce20d7c800da20','1974abda2c44d27c2989da2b2edb6d87ac6c3a4308425f641cf4ae90c7578a3f');
INSERT INTO "session" VALUES('7e0579c344a449e559b8','5KWBHX','Avond','released',NULL,1790000000.0,1790000000.0,1790000435.0,12,55,'2283f75702042fd448e97163af3fea938e303ca4b024b225017ae513cf820c81','5396c83819159aafdeb2334405e0eeb99c75ea83385add0d37666f02150dde26');
INSERT INTO "session" VALUES('da40e3ddef5e3cd462c0','RA2FFA','Avond','draft','a9a9e7fa67489bf6',1790000000.0,NULL,NULL,0,1,'318ab5274db1542cb07419c98f85c23185c94e1d422111fd56d873d450403e90','05758307b8248bc415f57e7352074e28967654e46dce391a212160caf806499b');
CREATE TABLE setup_key (
	id INTEGER NOT NULL, 
	key_hash VARCHAR NOT NULL, 
	expires_at FLOAT NOT NULL, 
	CONSTRAINT pk_setup_key PRIMARY KEY (id)
);
CREATE TABLE token (
	id VARCHAR NOT NULL, 
	token_hash VARCHAR NOT NULL, 
	label TEXT NOT NULL, 
	owner TEXT, 
	created_at FLOAT NOT NULL, 
	CONSTRAINT pk_token PRIMARY KEY (id), 
	CONSTRAINT uq_token_token_hash UNIQUE (token_hash)
);
INSERT INTO "token" VALUES('19fb99193cc56b87','9b742b1c1c45bd84c3aa26c7cae42854c09167181e6ef221a34d0c8816448d12','Onderzoek','a9a9e7fa67489bf6',1790000000.0);
CREATE TABLE use_log (
	session VARCHAR NOT NULL, 
	number INTEGER NOT NULL, 
	at FLOAT NOT NULL, 
	who TEXT NOT NULL, 
	what TEXT NOT NULL, 
	why TEXT NOT NULL, 
	CONSTRAINT pk_use_log PRIMARY KEY (session, number), 
	CONSTRAINT fk_use_log_session FOREIGN KEY(session) REFERENCES session (id) ON DELETE CASCADE
);
INSERT INTO "use_log" VALUES('7e0579c344a449e559b8',1,1790000000.0,'Organisator','json (open)','een proef');
CREATE TABLE words (
	session VARCHAR NOT NULL, 
	words VARCHAR NOT NULL, 
	text TEXT NOT NULL, 
	CONSTRAINT pk_words PRIMARY KEY (session, words), 
	CONSTRAINT fk_words_session FOREIGN KEY(session) REFERENCES session (id) ON DELETE CASCADE
);
INSERT INTO "words" VALUES('7343beece3fc63d5c1f6','w30','Wie belt mij terug?');
INSERT INTO "words" VALUES('7343beece3fc63d5c1f6','w33','Wij bellen binnen een dag.');
INSERT INTO "words" VALUES('7e0579c344a449e559b8','w30','Wie belt mij terug?');
INSERT INTO "words" VALUES('7e0579c344a449e559b8','w33','Wij bellen binnen een dag.');
CREATE INDEX ix_login_organiser ON login (organiser);
COMMIT;
