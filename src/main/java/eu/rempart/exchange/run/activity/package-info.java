/**
 * What happens to the rows of a file of activities: matched with the activities that are there, and
 * linked with the contacts, companies and deals that they name.
 */
@NullMarked
package eu.rempart.exchange.run.activity;

import org.jspecify.annotations.NullMarked;
