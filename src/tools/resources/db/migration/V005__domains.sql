-- What may stand in a column that holds a constant of an enum, said once. A test compares each of these with its enum.
create domain date_precision as text check (value in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'));
create domain date_qualifier as text check (value in ('EXACT', 'ABOUT', 'BEFORE', 'AFTER', 'EARLY', 'LATE'));
create domain answer as text check (value in ('YES', 'NO', 'UNKNOWN'));
create domain stance as text check (value in ('RETURNS', 'PROTECTS', 'UNCLEAR'));
create domain level as text check (value in ('NOT_ASSESSED', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL'));
create domain stage as text check (value in (
    'REPORTED', 'CONTACT', 'BROKER', 'TRANSIT', 'MISSION', 'DETENTION', 'ARRIVAL', 'REPATRIATION', 'CONTACT_LOST',
    'WITHDRAWN', 'DECEASED'));
create domain route_kind as text check (value in (
    'LAND_VIA_CHINA', 'VIA_MONGOLIA', 'SEA_WEST', 'SEA_EAST', 'DMZ', 'MISSION', 'OVERSEAS_POSTING', 'OVERSEAS_WORKER',
    'OTHER', 'UNKNOWN'));
create domain certainty as text check (value in ('CONFIRMED', 'PROBABLE', 'POSSIBLE', 'CONTRADICTED', 'UNKNOWN'));
create domain attempt_outcome as text check (value in (
    'CAUGHT_BY_HOUSEHOLD', 'CAUGHT_BY_NEIGHBOURS', 'ARRESTED', 'TURNED_BACK', 'CHEATED_BY_BROKER', 'SUCCESS'));
create domain means as text check (value in ('FOOT', 'TAXI', 'BUS', 'TRAIN', 'CAR', 'BOAT', 'AIR', 'OTHER', 'UNKNOWN'));
create domain border as text check (value in (
    'NONE', 'LAND', 'RIVER', 'MARITIME_WEST', 'MARITIME_EAST', 'DMZ', 'AIRPORT', 'UNKNOWN'));

create domain case_kind as text check (value in ('INDIVIDUAL', 'PAIR', 'FAMILY', 'GROUP', 'REPORTED_ONLY'));
create domain priority as text check (value in ('NORMAL', 'URGENT'));
create domain close_reason as text check (value in (
    'ARRIVED', 'WITHDRAWN', 'DECEASED', 'REPATRIATED', 'NO_CONTACT', 'DUPLICATE', 'TRANSFERRED', 'OTHER'));
create domain participant_role as text check (value in (
    'PRINCIPAL', 'SPOUSE', 'CHILD', 'PARENT', 'SIBLING', 'COMPANION', 'ORGANISER'));
create domain age_band as text check (value in (
    'AGE_0_11', 'AGE_12_17', 'AGE_18_19', 'AGE_20_29', 'AGE_30_39', 'AGE_40_49', 'AGE_50_59', 'AGE_60_UP', 'UNKNOWN'));
create domain sex as text check (value in ('FEMALE', 'MALE', 'OTHER', 'UNKNOWN'));
create domain departure as text check (value in ('NONE', 'PLANNED', 'HAS_LEFT'));
create domain goal_known as text check (value in ('KNOWN', 'SUSPECTED', 'NOT_KNOWN', 'UNKNOWN'));
create domain return_kind as text check (value in ('NONE', 'CONFIRMED', 'PRESUMED'));
create domain confirmation as text check (value in ('NOT_NEEDED', 'WAITING', 'CONFIRMED', 'SENT_BACK'));
create domain vulnerability_kind as text check (value in ('HOUSEHOLD_CONTROL'));
create domain leg_state as text check (value in ('PLANNED', 'UNDER_WAY', 'DONE', 'ABORTED'));
create domain broker_kind as text check (value in ('BROKER', 'GUIDE', 'DRIVER', 'GO_BETWEEN'));
create domain introduced_by as text check (value in ('ACQUAINTANCE', 'RELATIVE', 'NGO', 'ONLINE', 'UNKNOWN'));
create domain vetting as text check (value in ('UNVETTED', 'IN_PROGRESS', 'VETTED', 'SUSPENDED', 'BLACKLISTED'));
create domain price_basis as text check (value in ('PER_PERSON', 'TOTAL'));
create domain obtained_how as text check (value in ('DIRECT', 'VIA_ACQUAINTANCE', 'CLIENT_REPORTED', 'UNKNOWN'));
create domain quote_state as text check (value in ('OPEN', 'ACCEPTED', 'REJECTED', 'EXPIRED'));
create domain rule_code as text check (value in ('R01', 'R03', 'R05', 'R06', 'R07', 'R08', 'R09', 'R10', 'R11', 'R12'));
create domain variant as text check (value in (
    'ONLY', 'UNKNOWN_COUNTRY', 'UNCLEAR_COUNTRY', 'CARRIED', 'TAKEN_ALONG', 'NOT_LEFT_BEHIND', 'NO_ADVICE', 'BELOW', 'ABOVE', 'UNVETTED', 'SUSPENDED', 
    'BLACKLISTED', 'LONG', 'CHECKS'));
create domain block as text check (value in ('DEPARTURE', 'QUOTE'));
create domain rule_group as text check (value in (
    'HELD', 'GOAL', 'PHONE', 'ATTEMPTS', 'HOUSEHOLD', 'PRICE', 'UPFRONT', 'BROKER', 'ROUTE', 'HAS_LEFT', 'TOTAL'));
create domain alert_state as text check (value in ('RAISED', 'ACKNOWLEDGED', 'ACTED_ON', 'RESOLVED', 'DISMISSED'));
create domain name_form as text check (value in ('HANGUL', 'HAN', 'LATIN'));
create domain name_kind as text check (value in ('LEGAL', 'ALIAS', 'COVER'));
create domain erasure_state as text check (value in ('ASKED', 'WITHDRAWN', 'DECLINED', 'APPROVED'));
create domain waiver_subject as text check (value in ('DEPARTURE', 'QUOTE'));
create domain access_action as text check (value in (
    'OPEN', 'LIST', 'SEARCH', 'CREATE', 'CHANGE', 'REQUEST', 'APPROVE', 'EXPORT', 'DOWNLOAD', 'SIGN_IN', 'SIGN_OUT',
    'CONFIGURATION', 'ERASE'));
create domain access_outcome as text check (value in ('DONE', 'REFUSED'));

-- Two letters of ISO 3166-1, or nothing if the country is not known; three of ISO 4217; a hash in hexadecimal digits.
create domain country as text check (value ~ '^([A-Z]{2})?$');
create domain currency as text check (value ~ '^[A-Z]{3}$');
create domain sha256_hex as text check (value ~ '^[0-9a-f]{64}$');

-- Who somebody is: the subject at the identity provider, or the name of a program. An identifier, never a person's name.
create domain subject as text check (value ~ '^[0-9A-Za-z][0-9A-Za-z._:-]{0,63}$');
