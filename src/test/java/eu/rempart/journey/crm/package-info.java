/** Journeys of the working day: records, the week, mails, and who works beside whom. */
@NullMarked
package eu.rempart.journey.crm;

import org.jspecify.annotations.NullMarked;
