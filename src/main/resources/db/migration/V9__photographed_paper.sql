-- Paper photographed page by page: of a picture of a further page the file with the first one, and which page it is, from 2.
alter table part add column paper bigint references part (id);
alter table part add column paper_page int;
create index part_paper on part (paper);
