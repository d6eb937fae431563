/**
 * Lists of records: a searchable, sortable grid that reads page by page, turns its rows into cards
 * on a phone, and offers steps on many records at once. Knows no record of any room.
 */
@NullMarked
package eu.rempart.shell.list;

import org.jspecify.annotations.NullMarked;
