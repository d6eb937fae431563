/**
 * Who may do what with which records: teams, roles that the organisation makes itself, and what
 * follows from both for each member. Guards records for the database, the services and the index.
 */
@NullMarked
package eu.rempart.team;

import org.jspecify.annotations.NullMarked;
