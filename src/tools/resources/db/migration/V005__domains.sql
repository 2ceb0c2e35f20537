-- What may stand in a column that holds a constant of an enum, said once. A test compares each of these with its enum.
create domain stance as text check (value in ('RETURNS', 'PROTECTS', 'UNCLEAR'));
create domain level as text check (value in ('NOT_ASSESSED', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL'));
create domain stage as text check (value in (
    'REPORTED', 'CONTACT', 'BROKER', 'TRANSIT', 'MISSION', 'DETENTION', 'ARRIVAL', 'REPATRIATION', 'CONTACT_LOST',
    'WITHDRAWN', 'DECEASED'));
create domain route_kind as text check (value in (
    'LAND_VIA_CHINA', 'VIA_MONGOLIA', 'SEA_WEST', 'SEA_EAST', 'DMZ', 'MISSION', 'OVERSEAS_POSTING', 'OVERSEAS_WORKER',
    'OTHER', 'UNKNOWN'));

create domain case_kind as text check (value in ('INDIVIDUAL', 'PAIR', 'FAMILY', 'GROUP', 'REPORTED_ONLY'));
create domain priority as text check (value in ('NORMAL', 'URGENT'));
create domain close_reason as text check (value in (
    'ARRIVED', 'WITHDRAWN', 'DECEASED', 'REPATRIATED', 'NO_CONTACT', 'DUPLICATE', 'TRANSFERRED', 'OTHER'));
create domain confirmation as text check (value in ('NOT_NEEDED', 'WAITING', 'CONFIRMED', 'SENT_BACK'));
create domain broker_kind as text check (value in ('BROKER', 'GUIDE', 'DRIVER', 'GO_BETWEEN'));
create domain introduced_by as text check (value in ('ACQUAINTANCE', 'RELATIVE', 'NGO', 'ONLINE', 'UNKNOWN'));
create domain vetting as text check (value in ('UNVETTED', 'IN_PROGRESS', 'VETTED', 'SUSPENDED', 'BLACKLISTED'));
create domain quote_state as text check (value in ('OPEN', 'ACCEPTED', 'REJECTED', 'EXPIRED', 'REPLACED'));
create domain block as text check (value in ('DEPARTURE', 'QUOTE'));
create domain rule_group as text check (value in (
    'HELD', 'GOAL', 'PHONE', 'ATTEMPTS', 'HOUSEHOLD', 'PRICE', 'UPFRONT', 'BROKER', 'ROUTE', 'HAS_LEFT',
    'CHANGED_OUTSIDE', 'TOTAL'));
create domain alert_state as text check (value in ('RAISED', 'ACKNOWLEDGED', 'ACTED_ON', 'RESOLVED', 'DISMISSED'));
create domain erasure_state as text check (value in ('ASKED', 'WITHDRAWN', 'DECLINED', 'APPROVED', 'STOPPED', 'CARRIED_OUT'));
create domain decision_kind as text check (value in ('ERASURE'));
create domain closure_state as text check (value in ('ASKED', 'CLOSED', 'DECLINED', 'WITHDRAWN'));
create domain waiver_subject as text check (value in ('DEPARTURE', 'QUOTE'));
create domain access_action as text check (value in (
    'OPEN', 'LIST', 'SEARCH', 'CREATE', 'CHANGE', 'REQUEST', 'APPROVE', 'EXPORT', 'DOWNLOAD', 'SIGN_IN', 'SIGN_OUT',
    'CONFIGURATION', 'ERASE'));
create domain access_outcome as text check (value in ('DONE', 'REFUSED'));

-- Two letters of ISO 3166-1, or nothing if the country is not known; three of ISO 4217.
create domain country as text check (value ~ '^([A-Z]{2})?$');
create domain currency as text check (value ~ '^[A-Z]{3}$');

-- Who somebody is: the subject at the identity provider, or the name of a program. An identifier, never a person's name.
create domain subject as text check (value ~ '^[0-9A-Za-z][0-9A-Za-z._:-]{0,63}$');
