/**
 * The home folder of an installation: database, keys, certificates and the file that tells
 * operators what runs where. Everything below it is for the owner of the process alone.
 */
@NullMarked
package eu.rempart.home;

import org.jspecify.annotations.NullMarked;
