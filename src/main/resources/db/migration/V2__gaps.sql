-- How many items a dossier lacked when it was last looked at.
alter table dossier add column gaps int default 0 not null;

-- A person in two units: HMAC of the identity number alone; null where no valid number was given.
alter table nominee add column person_key varchar(64);
-- Whether the nominee was first named after a nominee of the unit and category had been cancelled (R-27).
alter table nominee add column after_cancellation boolean default false not null;
create index nominee_name on nominee (category, name);
create index nominee_person on nominee (person_key);

-- Whom a dossier nominates now, in lists and forms, under the names it gives them.
create table listing (
    dossier_id       bigint not null references dossier (id),
    nominee_id       bigint not null references nominee (id),
    name             varchar(200) not null,          -- normalised
    primary key (dossier_id, nominee_id, name)
);
create index listing_nominee on listing (nominee_id);
