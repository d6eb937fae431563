-- The other server's programs are told by that path in a file of lines: a second one would tell them something else.
ALTER TABLE backup_server ADD CHECK (home !~ '[[:cntrl:]]');
