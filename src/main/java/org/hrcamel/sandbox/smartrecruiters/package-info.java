/** SmartRecruiters' Candidate API as a simulated vendor: searching and reading candidates and their files. */
package org.hrcamel.sandbox.smartrecruiters;
