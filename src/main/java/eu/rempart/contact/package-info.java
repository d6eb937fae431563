/**
 * Contacts: people, and the companies they work for. The living example of a business room: records
 * and one service here, the repository beside it for nobody else, screens in {@code ui}.
 */
@NullMarked
package eu.rempart.contact;

import org.jspecify.annotations.NullMarked;
