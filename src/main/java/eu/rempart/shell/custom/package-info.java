/**
 * Fields of the organisation's own on the screens of records: what they are called, how their
 * values read, and how they are filled in. The room {@code customfield} says which there are.
 */
@NullMarked
package eu.rempart.shell.custom;

import org.jspecify.annotations.NullMarked;
