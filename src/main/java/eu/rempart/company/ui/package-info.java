/**
 * Screens of companies: the list, one company, the form. They ask the service of the room and know
 * no database.
 */
@NullMarked
package eu.rempart.company.ui;

import org.jspecify.annotations.NullMarked;
