-- Pages of scans, read one by one by a job of each file. The content is what was seen, as JSON: personal data, can be erased.
create table scan_page (
    part_id          bigint not null references part (id),
    page             int not null,                   -- from 1
    text             varchar(20) not null,           -- LAYER, RECOGNISED, OPEN, NONE
    content          text not null,
    primary key (part_id, page)
);
create index scan_page_text on scan_page (text, part_id);

-- What a single picture looks like as a portrait (R-79), as JSON; null for files of other kinds.
alter table part add column photo varchar(400);

-- A hash over what the unit was last told of the dossier: when a scan is read later, it is told again only if that changed.
alter table dossier add column told varchar(64);
