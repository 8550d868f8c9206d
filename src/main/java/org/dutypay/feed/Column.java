package org.dutypay.feed;

/**
 * One column of an input file.
 *
 * @param name as the header row has it
 * @param place its place among the file's columns in the contract, from 0
 */
record Column(String name, int place) {}
