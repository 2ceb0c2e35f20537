-- What each country does with people who fled the North, from a day on. Of all others it is unclear. It holds nothing of a case.
create table country_stance (
    id      uuid    primary key default gen_random_uuid(),
    country country not null check (country <> ''),
    since   date    not null,
    stance  stance  not null,
    source  text    not null,
    unique (country, since)
);

insert into country_stance (country, since, stance, source)
select unnest(array ['CN', 'LA', 'RU', 'VN', 'KP']), date '1900-01-01', 'RETURNS', 'The organisation''s own experience, as of its first release';

insert into country_stance (country, since, stance, source)
select unnest(array [
    'KR', 'JP', 'US', 'CA', 'GB', 'NO', 'CH', 'AU', 'NZ', 'MN', 'TH', 'PH', 'SG',
    'AT', 'BE', 'BG', 'HR', 'CY', 'CZ', 'DK', 'EE', 'FI', 'FR', 'DE', 'GR', 'HU', 'IE', 'IT', 'LV', 'LT', 'LU', 'MT', 'NL', 'PL',
    'PT', 'RO', 'SK', 'SI', 'ES', 'SE']), date '1900-01-01', 'PROTECTS', 'The organisation''s own experience, as of its first release';

grant select on country_stance to durumi_app;
