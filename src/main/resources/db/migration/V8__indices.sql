-- What is asked at each filing, so that its cost does not grow with the journal.
create index slot_document on slot (document_id);
create index document_mail on document (mail_id);
create index document_part on document (part_id);
create index document_version on document (dossier_id, document, medium, nominee_id);
create index part_outcome on part (outcome, mail_id);
create index mail_state on mail (state);
