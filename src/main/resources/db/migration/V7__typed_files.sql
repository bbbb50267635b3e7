-- What a person should know of the file of an electronic version beside what stands in it: JSON of reading.TypedFile.
alter table part add column typed varchar(600);
