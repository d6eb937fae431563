/**
 * Screens of contacts: the list, one contact, the form, and the people on a company's page. They
 * ask the services of the room and know no database.
 */
@NullMarked
package eu.rempart.contact.ui;

import org.jspecify.annotations.NullMarked;
