/**
 * Screens of deals: board, list, forecast, one deal, its form, and the pipelines. They ask the
 * services of the room and know no database.
 */
@NullMarked
package eu.rempart.deal.ui;

import org.jspecify.annotations.NullMarked;
